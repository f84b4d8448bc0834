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
}
