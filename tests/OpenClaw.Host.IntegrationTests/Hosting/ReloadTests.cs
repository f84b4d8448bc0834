using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using OpenClaw.Client.Notices;

namespace OpenClaw.Host.IntegrationTests.Hosting;

/// <summary>A gateway in a process of its own whose file and plugin folders change under it.</summary>
public sealed class ReloadTests
{
    [Fact]
    public async Task An_edit_of_the_file_is_in_force_and_told()
    {
        using var folder = GatewayFolder.WithConfig();
        await using var gateway = await GatewayProcess.StartAsync(folder);
        await using var talk = await gateway.ConnectAsync();

        Save(folder, """{ "agents": { "defaults": { "thinkingDefault": "high" } }, """);

        await talk.UntilAsync(static notice => notice is GatewayEvent { Name: "config.changed" });
        var config = await talk.AskAsync("config.get");
        Assert.Equal("high", config.GetProperty("runtimeConfig").GetProperty("agents").GetProperty("defaults").GetProperty("thinkingDefault").GetString());
        Assert.Equal("active", (await talk.AskAsync("health")).GetProperty("configReload").GetProperty("hotReloadStatus").GetString());
    }

    [Fact]
    public async Task A_broken_file_is_reported_and_survives_a_restart()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = GatewayFolder.WithConfig();
        await using var gateway = await GatewayProcess.StartAsync(folder);
        await using (var talk = await gateway.ConnectAsync())
        {
            await File.WriteAllTextAsync(folder.ConfigFile, "{ \"gateway\": {");
            await gateway.WaitForErrorAsync("config reload skipped (invalid config): ");
            var status = (await talk.AskAsync("health")).GetProperty("configReload");
            Assert.Equal("invalid", status.GetProperty("hotReloadStatus").GetString());
            Assert.Contains("JSON5", status.GetProperty("problem").GetString(), StringComparison.Ordinal);

            await SignalAsync(gateway, "USR2");
            var closed = (GatewayDisconnected)await talk.UntilAsync(static notice => notice is GatewayDisconnected);
            Assert.Equal(1012, closed.CloseCode);
        }

        await gateway.ReadyAgainAsync();
        await using var later = await gateway.ConnectAsync();
        Assert.Contains("still here", await later.ConverseAsync("still here", "run-1"), StringComparison.Ordinal);
        Assert.Equal(0, await gateway.StopAsync());
    }

    [Fact]
    public async Task A_signal_restarts_only_with_permission()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = GatewayFolder.WithConfig();
        Save(folder, """{ "commands": { "restart": false }, """);
        await using var gateway = await GatewayProcess.StartAsync(folder);
        await using var talk = await gateway.ConnectAsync();

        await SignalAsync(gateway, "USR1");
        await gateway.WaitForErrorAsync("SIGUSR1 restart ignored (not authorized; enable commands.restart or use gateway tool).");

        Save(folder, """{ "commands": { "restart": true }, """);
        await SignalAsync(gateway, "HUP");
        await talk.UntilAsync(static notice => notice is GatewayEvent { Name: "config.changed" });
        await SignalAsync(gateway, "USR1");
        var shutdown = (GatewayEvent)await talk.UntilAsync(static notice => notice is GatewayEvent { Name: "shutdown" });
        Assert.Equal(1500, shutdown.Payload.GetProperty("restartExpectedMs").GetInt32());
        await gateway.ReadyAgainAsync();
    }

    [Fact]
    public async Task A_restart_waits_for_the_run_that_is_under_way()
    {
        using var folder = GatewayFolder.WithConfig();
        await using var gateway = await GatewayProcess.StartAsync(folder);
        await using var talk = await gateway.ConnectAsync();
        await talk.SendAsync("wait 3s", "run-1");

        Save(folder, """{ "discovery": { "mdns": { "mode": "off" } }, """);

        await gateway.WaitForErrorAsync("waiting for 1 operations before the restart");
        var final = await talk.ChatAsync("run-1", "final");
        Assert.NotEqual(JsonValueKind.Undefined, final.GetProperty("message").ValueKind);
        await talk.UntilAsync(static notice => notice is GatewayEvent { Name: "shutdown" });
        await gateway.ReadyAgainAsync();
    }

    private static void Save(GatewayFolder folder, string before) => folder.SaveConfig(
        before + $$$$"""  "gateway": { "mode": "local", "auth": { "mode": "token", "token": "{{{{GatewayFolder.Token}}}}" } } }""");

    private static async Task SignalAsync(GatewayProcess gateway, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", gateway.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
