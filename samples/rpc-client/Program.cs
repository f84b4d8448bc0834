using System.Text.Json;
using OpenClaw.Client;

// Asks a gateway for its health and lists its plugins: connect, request, answer.
if (args is not [var address, var token])
{
    Console.Error.WriteLine("Use: RpcClient ws://127.0.0.1:18789 <token>");
    return 2;
}

await using var client = new GatewayClient(new GatewayClientOptions { Url = new Uri(address), Token = token });
try
{
    await client.ConnectAsync();
    var health = await client.RequestAsync("health", default);
    Console.WriteLine($"ok: {health.GetProperty("ok").GetBoolean()}");
    var plugins = await client.RequestAsync("plugins.list", default);
    foreach (var plugin in plugins.GetProperty("plugins").EnumerateArray())
        Console.WriteLine($"{Text(plugin, "id")} {Text(plugin, "version")}: {Text(plugin, "state")}");
    return 0;
}
catch (GatewayException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

static string Text(JsonElement item, string key) => item.TryGetProperty(key, out var value) ? value.ToString() : "-";
