using System.Text.Json;
using OpenClaw.Host.Agents.SystemEvents;
using OpenClaw.Host.Events;
using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Tests.Scheduling;

/// <summary>Turns that events start, and the queue the events wait in.</summary>
public sealed class WakeTests
{
    [Fact]
    public async Task A_wake_gives_the_session_a_turn_that_holds_the_event()
    {
        await using var fixture = await (await SchedulingFixture.CreateAsync()).RunAsync();
        fixture.Model.Says("HEARTBEAT_OK");

        await fixture.AskAsync("wake", """{"mode":"now","text":"check the build"}""");
        await HeartbeatAsync(fixture, "ok-token");

        var message = (await fixture.Agents.HistoryAsync()).GetProperty("messages")[0].GetProperty("content").GetString();
        Assert.Contains("check the build", message, StringComparison.Ordinal);
        Assert.Equal("ok-token", (await fixture.AskAsync("last-heartbeat", "{}")).GetProperty("status").GetString());
        Assert.Empty(await fixture.WaitingEventsAsync());
    }

    [Fact]
    public async Task Wakes_in_quick_succession_are_one_turn_later()
    {
        await using var fixture = await (await SchedulingFixture.CreateAsync()).RunAsync();
        fixture.Model.Says("first").Says("second");
        await fixture.AskAsync("wake", """{"mode":"now","text":"one"}""");
        await HeartbeatAsync(fixture, "sent");
        await fixture.AskAsync("wake", """{"mode":"now","text":"two"}""");
        await fixture.AskAsync("wake", """{"mode":"now","text":"three"}""");

        await fixture.Time.AdvanceUntilAsync(
            TwiceAsync(fixture), TimeSpan.FromSeconds(5));

        Assert.Equal(2, fixture.Model.Requests.Count);
        Assert.True(fixture.Time.GetUtcNow() >= new DateTimeOffset(2026, 11, 21, 10, 0, 30, TimeSpan.Zero));
        Assert.Empty(await fixture.WaitingEventsAsync());
    }

    [Fact]
    public async Task With_heartbeats_off_the_event_waits_for_a_person()
    {
        await using var fixture = await (await SchedulingFixture.CreateAsync()).RunAsync();
        await fixture.AskAsync("set-heartbeats", """{"enabled":false}""");

        await fixture.AskAsync("wake", """{"mode":"now","text":"check the build"}""");
        await HeartbeatAsync(fixture, "skipped");

        Assert.Equal(["check the build"], await fixture.WaitingEventsAsync());
        Assert.Empty(fixture.Model.Requests);
    }

    [Fact]
    public async Task A_wake_outlives_the_process()
    {
        using var directory = new TemporaryDirectory();
        var killed = await SchedulingFixture.CreateAsync(directory.Path);
        await killed.AskAsync("wake", """{"mode":"now","text":"check the build"}""");
        await killed.KillAsync();

        await using var next = await SchedulingFixture.CreateAsync(directory.Path);
        next.Model.Says("done");
        await next.RunAsync();
        await HeartbeatAsync(next, "sent");

        Assert.Single(next.Model.Requests);
    }

    [Fact]
    public async Task The_queue_merges_repetitions_and_counts_what_it_drops()
    {
        await using var fixture = await SchedulingFixture.CreateAsync();
        var queue = fixture.Agents.Get<SystemEventQueue>();
        for (var i = 0; i < 30; i++)
        {
            await queue.AddAsync("agent:main:main", $"event {i / 2 * 2}", wake: false, CancellationToken.None);
            await queue.AddAsync("agent:main:main", $"other {i}", wake: false, CancellationToken.None);
        }

        await queue.AddAsync("agent:main:main", "other 29", wake: false, CancellationToken.None);
        var waiting = await queue.OfAsync("agent:main:main", CancellationToken.None);

        Assert.Equal(SystemEventSql.MaxPerSession, waiting.Count);
        Assert.Equal("other 29", waiting[^1].Text);
        Assert.Equal(60 - SystemEventSql.MaxPerSession, waiting[0].Lost);
        Assert.StartsWith("System: 40 earlier events were dropped", SystemEventText.Before(waiting, "hi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_agent_said_is_heard_by_those_who_may_read_and_everybody_else_hears_that_there_was_a_turn()
    {
        await using var fixture = await (await SchedulingFixture.CreateAsync()).RunAsync();
        fixture.Model.Says("the words");
        await fixture.AskAsync("wake", """{"mode":"now","text":"look"}""");
        await fixture.Agents.Events.UntilCountAsync("heartbeat", static payload => payload.GetProperty("status").GetString() == "sent", 2);

        var heard = fixture.Agents.Events.All.Where(static one => one.Name == "heartbeat").ToList();
        var (reader, stranger) = (Caller("operator.read"), Caller());
        Assert.Equal("the words", Preview(heard.Single(one => one.IsFor!(reader))));
        Assert.Null(Preview(heard.Single(one => one.IsFor!(stranger))));
    }

    private static RpcCaller Caller(params string[] scopes) => new() { ConnectionId = "c", Role = "operator", Scopes = scopes, Protocol = 4 };

    private static string? Preview(GatewayEvent heartbeat) =>
        JsonElement.Parse(heartbeat.Payload.Span).TryGetProperty("preview", out var preview) ? preview.GetString() : null;

    private static Task HeartbeatAsync(SchedulingFixture fixture, string status) => fixture.Agents.Events.UntilAsync(
        (name, payload) => name == "heartbeat" && payload.GetProperty("status").GetString() == status);

    private static async Task<JsonElement> TwiceAsync(SchedulingFixture fixture)
    {
        await fixture.Agents.Events.UntilCountAsync("heartbeat", static payload => payload.TryGetProperty("preview", out _), 2);
        return default;
    }
}
