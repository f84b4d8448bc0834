using System.Text.Json;
using OpenClaw.Host.Cli;

namespace OpenClaw.Host.Tests.Cli;

public sealed class SessionsCommandTests
{
    private const string Report = """{"ok":true,"mode":"warn","dryRun":false,"applied":false,"beforeCount":9,"afterCount":7,"pruned":2,"capped":0,"evicted":0,"archives":1,"bytesBefore":10,"bytesAfter":10}""";

    [Fact]
    public async Task A_cleanup_that_only_warns_says_how_to_go_on()
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(("sessions.cleanup", Report)));
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("sessions", "cleanup"));

        Assert.Contains("Would be removed: 2 unused, 0 too many, 0 for room, 1 old transcripts", cli.Output, StringComparison.Ordinal);
        Assert.Contains("--enforce", cli.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("sessions", "cleanup", "--dry-run", "--enforce"));
    }

    [Fact]
    public async Task A_conversation_that_does_not_exist_is_named_in_the_answer()
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(("sessions.describe", """{"session":null}""")));
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("sessions", "delete", "ghost", "--json"));

        var answer = JsonElement.Parse(cli.Output);
        Assert.False(answer.GetProperty("ok").GetBoolean());
        var result = Assert.Single(answer.GetProperty("results").EnumerateArray());
        Assert.Equal(("ghost", "not_found"), (result.GetProperty("key").GetString(), result.GetProperty("status").GetString()));
        Assert.StartsWith("Session not found.", result.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_is_looked_up_before_it_is_put_away()
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(("sessions.describe", """{"session":{"key":"a"}}"""), ("sessions.patch", """{"ok":true}""")));
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("sessions", "archive", "a"));
        Assert.Equal("a: archived", cli.Output.Trim());
    }

    [Fact]
    public async Task An_export_is_the_session_and_its_messages_oldest_first()
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(
            ("sessions.describe", """{"session":{"key":"agent:main:main","sessionId":"s1","agentId":"main"}}"""),
            ("chat.history", """{"sessionKey":"a","messages":[{"role":"user","content":"hi","timestamp":1,"__openclaw":{"id":"m1"}},{"role":"assistant","content":"hello","timestamp":2,"__openclaw":{"id":"m2"}}]}""")));
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("sessions", "export-trajectory", "main"));

        var lines = cli.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonElement.Parse(line)).ToList();
        Assert.Equal(["session", "message", "message"], lines.Select(static line => line.GetProperty("type").GetString()));
        Assert.Equal(("s1", "m2", "m1"), (lines[0].GetProperty("id").GetString(), lines[2].GetProperty("id").GetString(), lines[2].GetProperty("parentId").GetString()));
    }

    [Fact]
    public async Task The_list_reads_all_pages_when_all_are_asked_for()
    {
        var pages = new Queue<string>([
            """{"ts":1,"path":"p","count":1,"totalCount":2,"nextOffset":1,"hasMore":true,"sessions":[{"key":"a","kind":"direct","updatedAt":1,"totalTokens":50,"contextTokens":200,"pinned":true}]}""",
            """{"ts":1,"path":"p","count":1,"totalCount":2,"nextOffset":null,"hasMore":false,"sessions":[{"key":"b","kind":"direct","updatedAt":1}]}"""]);
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.AcceptAsync();
            while (pages.TryDequeue(out var page))
                await peer.RespondAsync(await peer.ReadAsync(), page);
            await peer.ReadAsync();
        });
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("sessions", "list", "--limit", "all", "--json"));

        var answer = JsonElement.Parse(cli.Output);
        Assert.Equal((2, false), (answer.GetProperty("count").GetInt32(), answer.GetProperty("hasMore").GetBoolean()));
        Assert.All(answer.GetProperty("sessions").EnumerateArray(), static session => Assert.True(session.GetProperty("ageMs").GetInt64() > 0));
        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("sessions", "--limit", "none"));
    }

    [Fact]
    public async Task Steps_of_runs_are_told_as_they_come()
    {
        await using var gateway = await FakeGateway.StartAsync(static async peer =>
        {
            await peer.AcceptAsync();
            await peer.RespondAsync(await peer.ReadAsync(), """{"session":{"key":"agent:main:main"}}""");
            await peer.RespondAsync(await peer.ReadAsync(), """{"subscribed":true}""");
            await peer.EventAsync("sessions.changed", 1, """{"sessionKey":"agent:main:other","ts":0,"phase":"start"}""");
            await peer.EventAsync("sessions.changed", 2, """{"sessionKey":"agent:main:main","ts":0,"phase":"end","session":{"modelProvider":"mock","model":"m1","status":"done"}}""");
            await peer.CloseAsync(1001, "bye");
        });
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("sessions", "tail", "main"));

        Assert.Matches(@"^\d\d:00:00 model.completed  agent:main:main mock/m1 done$", cli.Output.Trim());
        Assert.Contains("connection to the gateway was lost", cli.Error, StringComparison.Ordinal);
    }
}
