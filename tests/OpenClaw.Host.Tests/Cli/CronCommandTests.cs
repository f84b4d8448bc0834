using System.Text.Json;
using OpenClaw.Host.Cli;

namespace OpenClaw.Host.Tests.Cli;

public sealed class CronCommandTests
{
    private const string Job =
        """
        {"id":"j1","name":"tea","enabled":true,"schedule":{"kind":"every","everyMs":3600000},"sessionTarget":"isolated","wakeMode":"now",
        "payload":{"kind":"agentTurn","message":"tea?","model":"offline/echo"},"delivery":{"mode":"announce","to":"42"},"effectiveAgentId":"main",
        "state":{"lastRunStatus":"ok","lastRunAtMs":1}}
        """;

    [Fact]
    public async Task Jobs_are_listed_in_words()
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(("cron.list", $$"""{"jobs":[{{Job}}],"total":1,"hasMore":false,"nextOffset":null}""")));
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("cron", "list", "--all"));

        foreach (var word in new[] { "j1", "tea", "every 1h", "ok", "isolated", "announce 42", "main", "offline/echo" })
            Assert.Contains(word, cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_is_made_of_what_was_given_and_of_what_goes_without_saying()
    {
        var (gateway, asked) = await ServeAsync(Job);
        await using var served = gateway;
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync(
            "cron", "add", "--name", "tea", "--cron", "0 7 * * *", "--tz", "Europe/Vienna", "--exact", "--message", "tea?", "--channel", "http-chat", "--to", "42"));

        Assert.True(JsonElement.DeepEquals(
            JsonElement.Parse(
                """
                {"name":"tea","schedule":{"kind":"cron","expr":"0 7 * * *","tz":"Europe/Vienna","staggerMs":0},"payload":{"message":"tea?","kind":"agentTurn"},
                "delivery":{"mode":"announce","channel":"http-chat","to":"42"},"sessionTarget":"isolated","wakeMode":"now"}
                """),
            (await asked).GetProperty("params")));
    }

    [Fact]
    public async Task A_change_names_only_what_changes()
    {
        var (gateway, asked) = await ServeAsync(Job);
        await using var served = gateway;
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("cron", "edit", "j1", "--every", "90m", "--no-deliver"));

        Assert.True(JsonElement.DeepEquals(
            JsonElement.Parse("""{"id":"j1","patch":{"schedule":{"kind":"every","everyMs":5400000},"delivery":{"mode":"none"}}}"""),
            (await asked).GetProperty("params")));
    }

    [Theory]
    [InlineData("--every", "1h", "--message", "x")]
    [InlineData("--name", "a", "--message", "x")]
    [InlineData("--name", "a", "--every", "1h")]
    [InlineData("--name", "a", "--every", "soon", "--message", "x")]
    [InlineData("--name", "a", "--every", "60", "--message", "x")]
    [InlineData("--name", "a", "--every", "1h", "--at", "20m", "--message", "x")]
    [InlineData("--name", "a", "--every", "1h", "--tz", "UTC", "--message", "x")]
    [InlineData("--name", "a", "--every", "1h", "--message", "x", "--system-event", "y")]
    [InlineData("--name", "a", "--every", "1h", "--message", "x", "--announce", "--no-deliver")]
    public async Task A_job_that_makes_no_sense_is_refused_before_anybody_is_asked(params string[] options)
    {
        using var cli = new CliRun();

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync(["cron", "add", .. options]));

        Assert.DoesNotContain("reach", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_is_not_there_is_named()
    {
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.AcceptAsync();
            var request = await peer.ReadAsync();
            await peer.FailAsync(request, """{"code":"INVALID_REQUEST","message":"no such job","details":{"code":"CRON_JOB_NOT_FOUND","jobId":"nosuch"}}""");
            await peer.WaitForCloseAsync();
        });
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("cron", "show", "nosuch"));

        Assert.Contains("Automation not found: nosuch. Run `openclaw cron list`", cli.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ok", ExitCodes.Success)]
    [InlineData("error", ExitCodes.Failure)]
    public async Task A_run_that_is_waited_for_tells_how_it_ended(string status, int expected)
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(
            ("cron.run", """{"ok":true,"enqueued":true,"runId":"manual:j1:1:1"}"""),
            ("cron.runs", $$"""{"entries":[{"jobId":"j1","runId":"manual:j1:1:1","status":"{{status}}"}],"total":1,"offset":0,"limit":1,"hasMore":false}""")));
        using var cli = new CliRun().For(gateway);

        Assert.Equal(expected, await cli.RunAsync("cron", "run", "j1", "--wait"));
        Assert.Equal(status, JsonElement.Parse(cli.Output).GetProperty("status").GetString());
    }

    private static async Task<(FakeGateway Gateway, Task<JsonElement> Asked)> ServeAsync(string answer)
    {
        var asked = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.AcceptAsync();
            var request = await peer.ReadAsync();
            await peer.RespondAsync(request, answer);
            asked.TrySetResult(request);
            await peer.WaitForCloseAsync();
        });
        return (gateway, asked.Task.WaitAsync(TimeSpan.FromSeconds(30)));
    }
}
