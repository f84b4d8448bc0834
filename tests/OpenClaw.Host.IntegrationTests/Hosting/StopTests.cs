using OpenClaw.Client.Notices;

namespace OpenClaw.Host.IntegrationTests.Hosting;

public sealed class StopTests
{
    [Fact]
    public async Task A_request_to_terminate_is_announced_and_closes_with_1012()
    {
        using var folder = GatewayFolder.WithConfig();
        await using var gateway = await GatewayProcess.StartAsync(folder);
        await using var talk = await gateway.ConnectAsync();

        await gateway.TerminateAsync();

        var shutdown = (GatewayEvent)await talk.UntilAsync(static notice => notice is GatewayEvent { Name: "shutdown" });
        Assert.Equal("gateway stopping", shutdown.Payload.GetProperty("reason").GetString());
        var closed = (GatewayDisconnected)await talk.UntilAsync(static notice => notice is GatewayDisconnected);
        Assert.Equal((1012, "service restart"), (closed.CloseCode, closed.CloseReason));
        Assert.Equal(0, await gateway.WaitForExitAsync());
    }

    [Fact]
    public async Task An_answer_under_way_is_finished_and_kept()
    {
        using var folder = GatewayFolder.WithConfig();
        await using var first = await GatewayProcess.StartAsync(folder);
        await using (var talk = await first.ConnectAsync())
        {
            await talk.SendAsync("say 60 words", "run-1");
            await talk.ChatAsync("run-1", "delta");
            Assert.Equal(0, await first.StopAsync());
        }

        await using var second = await GatewayProcess.StartAsync(folder);
        await using var later = await second.ConnectAsync();

        var history = await later.HistoryAsync();
        Assert.Equal(2, history.Count);
        Assert.EndsWith("word59 word60", history[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lock_and_the_port_are_free_when_the_process_has_ended()
    {
        using var folder = GatewayFolder.WithConfig();
        await using var first = await GatewayProcess.StartAsync(folder);
        Assert.Equal(0, await first.StopAsync());
        Assert.False(File.Exists(Path.Combine(folder.StateDirectory, "gateway.pid")));

        await using var second = await GatewayProcess.StartAsync(folder, first.Port);

        Assert.Contains($"ws://127.0.0.1:{first.Port} ", second.Output, StringComparison.Ordinal);
    }
}
