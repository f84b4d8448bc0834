using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Scheduling.Engine;
using OpenClaw.Host.Scheduling.Store;
using OpenClaw.Host.Sessions;

namespace OpenClaw.Host.Tests.Scheduling;

/// <summary>Jobs on a schedule, from due to done, also across the death of the process.</summary>
public sealed class CronSchedulerTests
{
    private const string Hourly =
        """{"name":"hourly","schedule":{"kind":"every","everyMs":3600000},"sessionTarget":"main","wakeMode":"next-heartbeat","payload":{"kind":"systemEvent","text":"tick"}}""";

    private const string Question =
        """{"name":"question","schedule":{"kind":"every","everyMs":60000},"sessionTarget":"isolated","wakeMode":"now","payload":{"kind":"agentTurn","message":"what is new?"}}""";

    [Fact]
    public async Task A_due_job_tells_its_session_and_moves_on()
    {
        await using var fixture = await (await SchedulingFixture.CreateAsync()).RunAsync();
        var added = fixture.Time.GetUtcNow().ToUnixTimeMilliseconds();
        var id = await fixture.AddAsync(Hourly);

        var runs = await fixture.RunsAsync(id, 1, TimeSpan.FromMinutes(10));

        Assert.Equal("ok", runs[0].GetProperty("status").GetString());
        Assert.Equal("tick", runs[0].GetProperty("summary").GetString());
        Assert.Equal(["tick"], await fixture.WaitingEventsAsync());
        var job = await fixture.AskAsync("cron.get", $$"""{"id":"{{id}}"}""");
        Assert.Equal(0, (job.GetProperty("state").GetProperty("nextRunAtMs").GetInt64() - added) % 3_600_000);
        Assert.True(job.GetProperty("state").GetProperty("nextRunAtMs").GetInt64() > runs[0].GetProperty("runAtMs").GetInt64());
    }

    [Fact]
    public async Task An_event_is_part_of_the_next_turn_and_of_no_other()
    {
        await using var fixture = await (await SchedulingFixture.CreateAsync()).RunAsync();
        await fixture.AskAsync("wake", """{"mode":"next-heartbeat","text":"the build\nis red"}""");
        fixture.Model.Says("one").Says("two");

        await fixture.Agents.SendAsync("hello", "run-1");
        await fixture.Agents.EndOfAsync("run-1");
        await fixture.Agents.SendAsync("again", "run-2");
        await fixture.Agents.EndOfAsync("run-2");

        var messages = (await fixture.Agents.HistoryAsync()).GetProperty("messages");
        Assert.Matches(@"^System: \[2026-11-21 \d\d:\d\d UTC\] the build is red\n\nhello$", messages[0].GetProperty("content").GetString());
        Assert.Equal("again", messages[2].GetProperty("content").GetString());
        Assert.Empty(await fixture.WaitingEventsAsync());
    }

    [Fact]
    public async Task An_agent_is_asked_in_a_conversation_of_the_run()
    {
        await using var fixture = await (await SchedulingFixture.CreateAsync()).RunAsync();
        fixture.Model.Says("nothing").Says("still nothing");
        var id = await fixture.AddAsync(Question);

        var runs = await fixture.RunsAsync(id, 2);

        Assert.Equal("still nothing", runs[0].GetProperty("summary").GetString());
        Assert.Equal("fake-1", runs[0].GetProperty("model").GetString());
        Assert.StartsWith($"agent:main:cron:{id}:run:", runs[0].GetProperty("sessionKey").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(runs[0].GetProperty("sessionKey").GetString(), runs[1].GetProperty("sessionKey").GetString());
        Assert.All(fixture.Model.Requests, static request => Assert.Single(request.Messages));
    }

    [Theory]
    [InlineData("{}", 25, 0)]
    [InlineData("{}", 20, 1)]
    [InlineData("""{"sessionRetention":"2h"}""", 3, 0)]
    [InlineData("""{"sessionRetention":false}""", 1000, 1)]
    public async Task The_conversation_of_a_run_is_kept_for_a_while(string cron, int hours, int left)
    {
        await using var fixture = await (await SchedulingFixture.CreateAsync(cron: cron)).RunAsync();
        fixture.Model.Says("nothing");
        var id = await fixture.AddAsync(Question);
        await fixture.RunsAsync(id, 1);
        await fixture.AskAsync("cron.remove", $$"""{"id":"{{id}}"}""");

        fixture.Time.Advance(TimeSpan.FromHours(hours));
        await fixture.Agents.Get<RunSessions>().SweepAsync(CancellationToken.None);

        var page = await fixture.Agents.Get<SessionStore>().ListAsync(new SessionFilter { Search = ":cron:" }, CancellationToken.None);
        Assert.Equal(left, page.Sessions.Count);
    }

    [Fact]
    public async Task A_job_for_one_moment_goes_when_it_has_run()
    {
        await using var fixture = await (await SchedulingFixture.CreateAsync()).RunAsync();
        var id = await fixture.AddAsync(
            """{"name":"once","schedule":{"kind":"at","at":"2026-11-21T10:05:00Z"},"sessionTarget":"main","wakeMode":"next-heartbeat","payload":{"kind":"systemEvent","text":"now"}}""");

        await fixture.RunsAsync(id, 1);

        await fixture.Agents.Events.UntilAsync((name, payload) => name == "cron" && payload.GetProperty("action").GetString() == "removed");
        Assert.Equal(0, (await fixture.AskAsync("cron.list", """{"includeDisabled":true}""")).GetProperty("total").GetInt32());
        Assert.Equal(["now"], await fixture.WaitingEventsAsync());
    }

    [Fact]
    public async Task A_failing_job_is_put_off_longer_each_time()
    {
        await using var fixture = await (await SchedulingFixture.CreateAsync()).RunAsync();
        fixture.Model.Always = static (_, _) => throw new ModelException(ModelFailure.InvalidRequest, "no");
        var id = await fixture.AddAsync(Question.Replace("60000", "1000", StringComparison.Ordinal));

        var runs = await fixture.RunsAsync(id, 3);

        Assert.All(runs.EnumerateArray(), static run => Assert.Equal("error", run.GetProperty("status").GetString()));
        long[] starts = [.. runs.EnumerateArray().Select(static run => run.GetProperty("runAtMs").GetInt64()).Order()];
        Assert.True(starts[1] - starts[0] >= 30_000 && starts[2] - starts[1] >= 60_000, string.Join(", ", starts));
    }

    [Fact]
    public async Task A_job_for_one_moment_that_keeps_failing_is_given_up()
    {
        await using var fixture = await (await SchedulingFixture.CreateAsync()).RunAsync();
        fixture.Model.Always = static (_, _) => throw new ModelException(ModelFailure.InvalidRequest, "no");
        var id = await fixture.AddAsync(
            """{"name":"once","schedule":{"kind":"at","at":"2026-11-21T10:00:01Z"},"sessionTarget":"isolated","wakeMode":"now","payload":{"kind":"agentTurn","message":"go"}}""");

        await fixture.RunsAsync(id, 1 + CronBackoff.MaxRetriesOfSingleRuns, TimeSpan.FromSeconds(20));

        var job = await fixture.AskAsync("cron.get", $$"""{"id":"{{id}}"}""");
        Assert.False(job.GetProperty("enabled").GetBoolean());
        Assert.False(job.GetProperty("state").TryGetProperty("nextRunAtMs", out _));
        Assert.Equal("error", job.GetProperty("state").GetProperty("lastRunStatus").GetString());
    }

    [Fact]
    public async Task A_run_that_was_only_written_down_when_the_process_died_is_done_once_by_the_next()
    {
        using var directory = new TemporaryDirectory();
        var killed = await SchedulingFixture.CreateAsync(directory.Path);
        var told = await killed.AddAsync(Hourly);
        var asked = await killed.AddAsync(Question);
        killed.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(2, (await killed.Agents.Get<CronRunStore>().BeginDueAsync(1, CancellationToken.None)).Count);
        await killed.KillAsync();

        await using var next = await SchedulingFixture.CreateAsync(directory.Path);
        next.Model.Says("done");
        await next.RunAsync();

        Assert.Equal(1, (await next.RunsAsync(told, 1, TimeSpan.FromMilliseconds(1))).GetArrayLength());
        Assert.Equal(1, (await next.RunsAsync(asked, 1, TimeSpan.FromMilliseconds(1))).GetArrayLength());
        Assert.Equal(["tick"], await next.WaitingEventsAsync());
        Assert.Single(next.Model.Requests);
    }

    [Fact]
    public async Task A_turn_that_had_called_tools_when_the_process_died_is_reported_and_not_repeated()
    {
        using var directory = new TemporaryDirectory();
        var killed = await (await SchedulingFixture.CreateAsync(directory.Path)).RunAsync();
        killed.Model.Calls(("c1", "none", "{}")).Hangs("half");
        var id = await killed.AddAsync(Question);
        await killed.Time.AdvanceUntilAsync(UntilAskedAsync(killed), TimeSpan.FromSeconds(1));
        await killed.KillAsync();

        await using var next = await (await SchedulingFixture.CreateAsync(directory.Path)).RunAsync();

        var runs = await next.RunsAsync(id, 1, TimeSpan.FromMilliseconds(1));
        Assert.Equal("error", runs[0].GetProperty("status").GetString());
        Assert.Contains("interrupted", runs[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Empty(next.Model.Requests);
    }

    [Theory]
    [InlineData("{}", "ok", 1)]
    [InlineData("""{"skipMissedJobs":true}""", "skipped", 0)]
    public async Task Runs_missed_while_nobody_was_there_come_to_one_or_to_none(string cron, string status, int told)
    {
        using var directory = new TemporaryDirectory();
        var killed = await SchedulingFixture.CreateAsync(directory.Path);
        var id = await killed.AddAsync(Hourly);
        await killed.KillAsync();

        await using var next = await SchedulingFixture.CreateAsync(directory.Path, cron);
        next.Time.Advance(TimeSpan.FromHours(5.5));
        await next.RunAsync();

        var runs = await next.RunsAsync(id, 1, TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, runs.GetArrayLength());
        Assert.Equal(status, runs[0].GetProperty("status").GetString());
        Assert.Equal(told, (await next.WaitingEventsAsync()).Count);
    }

    [Fact]
    public async Task A_job_that_is_switched_off_runs_by_hand_only()
    {
        await using var fixture = await (await SchedulingFixture.CreateAsync()).RunAsync();
        var id = await fixture.AddAsync(Hourly);
        await fixture.AskAsync("cron.update", $$$"""{"id":"{{{id}}}","patch":{"enabled":false}}""");

        Assert.Equal("not-due", (await fixture.AskAsync("cron.run", $$"""{"id":"{{id}}","mode":"due"}""")).GetProperty("reason").GetString());
        Assert.Equal("disabled", (await fixture.AskAsync("cron.run", $$"""{"id":"{{id}}","mode":"if-enabled"}""")).GetProperty("reason").GetString());
        var runId = (await fixture.AskAsync("cron.run", $$"""{"jobId":"{{id}}"}""")).GetProperty("runId").GetString();

        Assert.Equal(runId, (await fixture.RunsAsync(id, 1))[0].GetProperty("runId").GetString());
    }

    [Theory]
    [InlineData(""" "schedule":{"kind":"on-exit","command":"x"},"payload":{"kind":"agentTurn","message":"m"} """, "schedule.kind \"on-exit\"")]
    [InlineData(""" "schedule":{"kind":"stream","command":["x"]},"payload":{"kind":"agentTurn","message":"m"} """, "schedule.kind \"stream\"")]
    [InlineData(""" "schedule":{"kind":"every","everyMs":60000},"payload":{"kind":"command","argv":["x"]} """, "payload.kind \"command\"")]
    [InlineData(""" "schedule":{"kind":"every","everyMs":60000},"payload":{"kind":"script","script":"x"} """, "payload.kind \"script\"")]
    [InlineData(""" "schedule":{"kind":"every","everyMs":10},"payload":{"kind":"agentTurn","message":"m"} """, "everyMs is 10")]
    [InlineData(""" "schedule":{"kind":"every","everyMs":60000},"payload":{"kind":"agentTurn","message":"m","toolsAllow":["read"]} """, "toolsAllow")]
    [InlineData(""" "schedule":{"kind":"every","everyMs":60000},"payload":{"kind":"systemEvent","text":"m"} """, "agentTurn")]
    [InlineData(""" "trigger":{"script":"1"},"schedule":{"kind":"every","everyMs":60000},"payload":{"kind":"agentTurn","message":"m"} """, "trigger")]
    [InlineData(""" "agentId":"nobody","schedule":{"kind":"every","everyMs":60000},"payload":{"kind":"agentTurn","message":"m"} """, "nobody")]
    public async Task What_this_gateway_could_not_run_as_written_is_refused(string parts, string reason)
    {
        await using var fixture = await SchedulingFixture.CreateAsync();

        var refused = await Assert.ThrowsAsync<RpcException>(
            () => fixture.AskAsync("cron.add", $$$"""{"name":"n","sessionTarget":"isolated","wakeMode":"now",{{{parts}}} }"""));

        Assert.Equal("INVALID_REQUEST", refused.Error.Code);
        Assert.Contains(reason, refused.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_keeps_what_it_does_not_name_and_notices_another_editor()
    {
        await using var fixture = await SchedulingFixture.CreateAsync();
        var added = await fixture.AskAsync("cron.add", Question.Replace("\"name\"", "\"displayName\":\"Shown\",\"name\"", StringComparison.Ordinal));
        var id = added.GetProperty("id").GetString();
        var revision = added.GetProperty("configRevision").GetString();

        var changed = await fixture.AskAsync(
            "cron.update",
            $$$"""{"id":"{{{id}}}","expectedConfigRevision":"{{{revision}}}","patch":{"displayName":null,"payload":{"kind":"agentTurn","thinking":"high"} } }""");

        Assert.False(changed.TryGetProperty("displayName", out _));
        Assert.Equal("what is new?", changed.GetProperty("payload").GetProperty("message").GetString());
        Assert.Equal("high", changed.GetProperty("payload").GetProperty("thinking").GetString());
        await Assert.ThrowsAsync<RpcException>(() => fixture.AskAsync(
            "cron.update", $$$"""{"id":"{{{id}}}","expectedConfigRevision":"{{{revision}}}","patch":{"enabled":false}}"""));
    }

    private static async Task<JsonElement> UntilAskedAsync(SchedulingFixture fixture)
    {
        await fixture.Agents.Events.UntilAsync((name, payload) => name == "agent" && payload.GetProperty("stream").GetString() == "assistant");
        return default;
    }
}
