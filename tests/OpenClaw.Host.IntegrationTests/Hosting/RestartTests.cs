using System.Text.Json.Nodes;

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
    [InlineData("say 300 words", "delta")]
    [InlineData("wait 5s", null)]
    public async Task After_a_kill_in_the_middle_of_an_answer_the_message_is_answered_once(string message, string? killAt)
    {
        using var folder = GatewayFolder.WithConfig();
        await using var first = await GatewayProcess.StartAsync(folder);
        await using (var talk = await first.ConnectAsync())
        {
            await talk.ConverseAsync("hello", "run-1");
            await BeginAsync(talk, message, killAt);
            await first.KillAsync();
        }

        await using var second = await GatewayProcess.StartAsync(folder);
        await using var later = await second.ConnectAsync();
        Assert.Equal("ok", await EndOfAsync(later, "run-2"));

        var history = await later.HistoryAsync();
        Assert.Equal(["user", "assistant", "user", "assistant"], history.Select(static entry => entry.Role));
        Assert.Equal(message, history[2].Text);
        Assert.DoesNotContain("stopped", history[3].Text, StringComparison.Ordinal);

        Assert.NotEqual("started", await later.SendAsync(message, "run-2"));
        Assert.Equal(history, await later.HistoryAsync());
    }

    [Fact]
    public async Task A_run_that_the_process_never_survives_is_given_up_and_the_session_says_so()
    {
        using var folder = GatewayFolder.WithConfig();
        for (var life = 0; life < 3; life++)
        {
            await using var gateway = await GatewayProcess.StartAsync(folder);
            await using var talk = await gateway.ConnectAsync();
            if (life == 0)
                await BeginAsync(talk, LongAnswer, "delta");
            else
                await talk.ChatAsync("run-2", "delta");
            await gateway.KillAsync();
        }

        await using var last = await GatewayProcess.StartAsync(folder);
        await using var later = await last.ConnectAsync();
        Assert.Equal("error", await EndOfAsync(later, "run-2"));

        var history = await later.HistoryAsync();
        Assert.Equal(["user", "assistant"], history.Select(static entry => entry.Role));
        Assert.Contains("stopped", history[1].Text, StringComparison.Ordinal);
        Assert.NotEqual("", await later.ConverseAsync("and on we go", "run-3"));
        Assert.Equal(4, (await later.HistoryAsync()).Count);
    }

    private static async Task BeginAsync(GatewayTalk talk, string message, string? until)
    {
        Assert.Equal("started", await talk.SendAsync(message, "run-2"));
        if (until is not null)
            await talk.ChatAsync("run-2", until);
        else
            await talk.AskAsync("health");
    }

    private static async Task<string?> EndOfAsync(GatewayTalk talk, string runId) =>
        (await talk.AskAsync("agent.wait", new JsonObject { ["runId"] = runId, ["timeoutMs"] = 30_000 })).GetProperty("status").GetString();
}
