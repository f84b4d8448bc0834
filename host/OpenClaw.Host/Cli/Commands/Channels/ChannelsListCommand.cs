using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Channels;

/// <summary><c>channels list</c>: the channels that have accounts, or all that plugins offer.</summary>
internal sealed class ChannelsListCommand() : RemoteCommand("list", "List the channels and their accounts")
{
    private readonly Option<bool> _all = new("--all") { Description = "Also channels without accounts" };

    protected override void Configure(Command command)
    {
        command.Options.Add(_all);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        await using var client = await ConnectAsync(invocation, cancellationToken, MethodNames.ChannelsStatus, MethodNames.PluginsList, MethodNames.PluginsInspect);
        var status = await client.RequestAsync(MethodNames.ChannelsStatus, JsonElement.Parse("""{"probe":false}"""), cancellationToken: cancellationToken);
        List<Row> rows =
        [
            .. status.GetProperty("channelAccounts").EnumerateObject().Select(channel =>
                new Row(channel.Name, status.TextAt("channelLabels", channel.Name) ?? channel.Name, [.. channel.Value.EnumerateArray()])),
        ];
        if (invocation.Get(_all))
            rows.AddRange(await WaitingAsync(client, rows, cancellationToken));
        else
            rows.RemoveAll(static row => row.Accounts.Count == 0);
        if (invocation.Json)
            invocation.Console.WriteJson(Report(rows));
        else
            Tell(invocation, rows);
        return ExitCodes.Success;
    }

    // Plugins whose channel has no account are not loaded, and known by their manifest alone.
    private static async Task<IEnumerable<Row>> WaitingAsync(GatewayClient client, List<Row> known, CancellationToken cancellationToken)
    {
        var plugins = await client.RequestAsync(MethodNames.PluginsList, JsonElement.Parse("{}"), cancellationToken: cancellationToken);
        var found = new List<Row>();
        foreach (var id in plugins.ItemsAt("plugins").Where(static plugin => plugin.TextAt("status") == "waiting").Select(static plugin => plugin.TextAt("id")))
        {
            var plugin = await client.RequestAsync(
                MethodNames.PluginsInspect, JsonElement.Parse(new JsonObject { ["pluginId"] = id }.ToJsonString()), cancellationToken: cancellationToken);
            found.AddRange(plugin.ItemsAt("channelIds").Select(channel => new Row(channel.GetString()!, plugin.TextAt("name") ?? channel.GetString()!, [])));
        }

        return found.Where(row => known.TrueForAll(one => one.Id != row.Id)).DistinctBy(static row => row.Id);
    }

    private static JsonElement Report(List<Row> rows)
    {
        var chat = new JsonObject();
        foreach (var (id, _, accounts) in rows)
        {
            chat[id] = new JsonObject
            {
                ["accounts"] = new JsonArray([.. accounts.Select(static account => JsonValue.Create(account.TextAt("accountId")))]),
                ["installed"] = true,
                ["origin"] = accounts.Count > 0 ? "configured" : "available",
            };
        }

        return JsonElement.Parse(new JsonObject { ["chat"] = chat }.ToJsonString());
    }

    private static void Tell(CliInvocation invocation, List<Row> rows)
    {
        if (rows.Count == 0)
            invocation.Console.Output.WriteLine("- no configured chat channels (run `openclaw channels list --all` to see installable channels)");
        foreach (var (id, label, accounts) in rows)
        {
            invocation.Console.Output.WriteLine(
                $"- {label} ({id}): {(accounts.Count == 0 ? $"no account; `openclaw channels add --channel {id}` adds one" : string.Join(", ", accounts.Select(Say)))}");
        }
    }

    private static string Say(JsonElement account) =>
        ControlText.ToOneLine($"{account.TextAt("accountId")}{(account.TextAt("name") is { } name ? $" \"{name}\"" : "")} {(account.IsTrueAt("enabled") ? account.TextAt("lifecycle") : "off")}");

    private sealed record Row(string Id, string Label, List<JsonElement> Accounts);
}
