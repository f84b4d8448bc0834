using System.Diagnostics;
using OpenClaw.Channels.Tests.Gateway;
using OpenClaw.Host.IntegrationTests.Hosting;

namespace OpenClaw.Channels.Tests.WhatsApp;

/// <summary>The bridge itself, as it ships. What needs Node or the registry of npm is left out where they are missing.</summary>
public sealed class SidecarTests
{
    [NodeFact]
    public async Task The_tests_of_the_bridge_pass()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OpenClaw.Host.sln")))
            folder = folder.Parent!;
        var tests = Directory.GetFiles(Path.Combine(folder.FullName, "plugins", "whatsapp-bridge", "sidecar", "test"), "*.test.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", ["--test", .. tests]) { RedirectStandardOutput = true })!;
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();

        Assert.True(node.ExitCode == 0, output);
        Assert.Contains("# fail 0", output, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task Its_packages_are_installed_by_one_command_and_it_connects_as_far_as_there_is_a_network()
    {
        using var folder = new GatewayFolder();
        folder.WriteConfig($$"""{ "gateway": { "mode": "local", "auth": { "mode": "token", "token": "{{GatewayFolder.Token}}" } }, "channels": { "whatsapp": {} } }""");
        var url = $"ws://127.0.0.1:{FreePort.Next()}/";
        await using var gateway = await RunningGateway.StartAsync(folder, new Dictionary<string, string> { ["OPENCLAW_WHATSAPP_WEB_SOCKET_URL"] = url });
        await using var talk = await gateway.ConnectAsync();
        var (code, output) = await gateway.CliAsync("channels", "login", "--channel", "whatsapp");
        Assert.True(code != 0 && output.Contains("openclaw whatsapp install", StringComparison.Ordinal), output);
        var account = await WhatsAppLoginTests.AccountAsync(talk, static one => one.GetProperty("lifecycle").GetString() == "blocked");
        Assert.False(account.GetProperty("configured").GetBoolean());

        (code, output) = await gateway.CliAsync("whatsapp", "install");
        if (code != 0 && output.Contains("npm ended", StringComparison.Ordinal))
        {
            // No registry here. The command said so, and that nothing half is left is what can be looked at.
            Assert.Empty(Directory.GetDirectories(PackagesOf(folder)));
            return;
        }

        Assert.True(code == 0, output);
        Assert.Contains("Installed 64 packages", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetDirectories(PackagesOf(folder)), static one => Path.GetFileName(one).StartsWith('.'));
        (code, output) = await gateway.CliAsync("whatsapp", "install");
        Assert.True(code == 0 && output.Contains("are there already", StringComparison.Ordinal), output);

        var login = talk.AskAsync("web.login.start", new() { ["channel"] = "whatsapp", ["timeoutMs"] = 4000 });
        account = await WhatsAppLoginTests.AccountAsync(talk, static one => one.TryGetProperty("lastDisconnect", out var end) && end.ValueKind == System.Text.Json.JsonValueKind.Object);
        Assert.Equal(408, account.GetProperty("lastDisconnect").GetProperty("status").GetInt32());
        Assert.Contains("ECONNREFUSED", account.GetProperty("lastDisconnect").GetProperty("error").GetString(), StringComparison.Ordinal);
        await login;
        Assert.Empty(Directory.GetFiles(folder.StateDirectory, "creds.json", SearchOption.AllDirectories));
    }

    private static string PackagesOf(GatewayFolder folder) =>
        Directory.GetDirectories(folder.StateDirectory, "packages", SearchOption.AllDirectories).Single(static one => one.Contains("whatsapp-bridge", StringComparison.Ordinal));
}
