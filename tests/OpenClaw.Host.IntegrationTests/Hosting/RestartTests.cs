namespace OpenClaw.Host.IntegrationTests.Hosting;

public sealed class RestartTests
{
    // Half a minute of streaming at the offline provider's pace: no run ends before the process is killed.
    private const string LongAnswer = "say 2000 words";

    [Fact]
    public async Task A_conversation_survives_a_restart()
    {
        using var folder = GatewayFolder.WithConfig();
        await using var first = await GatewayProcess.StartAsync(folder);
        string answer;
        await using (var talk = await first.ConnectAsync())
        {
            answer = await talk.ConverseAsync("remember the blue door", "run-1");
            Assert.Contains("remember the blue door", answer, StringComparison.Ordinal);
        }

        Assert.Equal(0, await first.StopAsync());
        await using var second = await GatewayProcess.StartAsync(folder);
        await using var later = await second.ConnectAsync();

        Assert.Equal([("user", "remember the blue door"), ("assistant", answer)], await later.HistoryAsync());
        Assert.Contains("remember the blue door", await later.ConverseAsync("and on", "run-2"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LongAnswer, "delta")]
    [InlineData("wait 30s", null)]
    public async Task After_a_kill_in_the_middle_of_a_run_the_session_says_so_and_goes_on(string message, string? killAt)
    {
        using var folder = GatewayFolder.WithConfig();
        await using var first = await GatewayProcess.StartAsync(folder);
        await using (var talk = await first.ConnectAsync())
        {
            await talk.ConverseAsync("hello", "run-1");
            Assert.Equal("started", await talk.SendAsync(message, "run-2"));
            if (killAt is not null)
                await talk.ChatAsync("run-2", killAt);
            else
                await talk.AskAsync("health");
            await first.KillAsync();
        }

        await using var second = await GatewayProcess.StartAsync(folder);
        await using var later = await second.ConnectAsync();

        var history = await later.HistoryAsync();
        Assert.Equal(["user", "assistant", "user", "assistant"], history.Select(static entry => entry.Role));
        Assert.Equal(message, history[2].Text);
        Assert.Contains("stopped", history[3].Text, StringComparison.Ordinal);

        Assert.NotEqual("started", await later.SendAsync(message, "run-2"));
        Assert.Equal(history, await later.HistoryAsync());

        Assert.NotEqual("", await later.ConverseAsync("and on we go", "run-3"));
        Assert.Equal(6, (await later.HistoryAsync()).Count);
    }
}
