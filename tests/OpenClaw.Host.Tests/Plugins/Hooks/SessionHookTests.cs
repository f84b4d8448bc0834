using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Configuration.Model.Sessions;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Maintenance;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Plugins.Hooks;

/// <summary>What session hooks of a plugin on disk are told, and what that costs those who talk.</summary>
public sealed class SessionHookTests
{
    [Fact]
    public async Task Conversations_begin_with_their_first_message_and_end_when_somebody_says_so()
    {
        await using var fixture = await HookFixture.StartAsync();

        await fixture.SayAsync("one", "r1", "agent:main:a");
        await fixture.SayAsync("two", "r2", "agent:main:a");
        var first = await IdAsync(fixture);
        await fixture.Agents.AskAsync("sessions.reset", """{"key":"agent:main:a"}""");
        var second = await IdAsync(fixture);
        await fixture.SayAsync("three", "r3", "agent:main:a");
        await fixture.Agents.AskAsync("sessions.delete", """{"key":"agent:main:a"}""");

        Assert.Equal(
            [
                $"agent:main:a started {first}",
                $"agent:main:a ended {first} Reset",
                $"agent:main:a started {second}",
                $"agent:main:a ended {second} Deleted",
            ],
            await fixture.ToldAsync(4));
    }

    [Fact]
    public async Task A_session_that_is_created_begins_once()
    {
        await using var fixture = await HookFixture.StartAsync();

        await fixture.Agents.AskAsync("sessions.create", """{"key":"agent:main:a","label":"A"}""");
        await fixture.Agents.AskAsync("sessions.patch", """{"key":"agent:main:a","label":"B"}""");
        await fixture.SayAsync("one", "r1", "agent:main:a");
        await fixture.SayAsync("other", "r2", "agent:main:b");

        var told = await fixture.ToldAsync(2);
        Assert.Equal(["agent:main:a", "agent:main:b"], told.Select(static line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task A_conversation_that_is_over_by_itself_ends_before_the_next_begins()
    {
        await using var fixture = await HookFixture.StartAsync(
            AgentFixture.Config with { Session = new SessionConfig { Reset = new SessionResetConfig { Mode = SessionResetMode.Idle, IdleMinutes = 30 } } });
        await fixture.SayAsync("one", "r1");
        fixture.Agents.Time.Advance(TimeSpan.FromHours(1));

        await fixture.SayAsync("two", "r2");
        await fixture.SayAsync("/new", "r3");

        var told = await fixture.ToldAsync(5);
        Assert.Equal(["started", "ended", "started", "ended", "started"], told.Select(static line => line.Split(' ')[1]));
        Assert.EndsWith("Expired", told[1], StringComparison.Ordinal);
        Assert.EndsWith("Reset", told[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_the_gateway_tidies_away_is_told_as_removed()
    {
        await using var fixture = await HookFixture.StartAsync();
        await fixture.SayAsync("one", "r1", "agent:main:a");
        fixture.Agents.Time.Advance(TimeSpan.FromDays(400));

        var tidied = fixture.Agents.Get<SessionMaintenance>().RunAsync(new MaintenanceRequest { Enforce = true }, CancellationToken.None).AsTask();
        await fixture.Agents.Time.AdvanceUntilAsync(tidied, TimeSpan.FromSeconds(1));

        Assert.EndsWith("Removed", (await fixture.ToldAsync(2))[1], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "PLG-12")]
    public async Task A_slow_hook_keeps_no_message_waiting_and_is_told_everything_in_order()
    {
        await using var fixture = await HookFixture.StartAsync();

        await fixture.SayAsync("one", "r1", "agent:main:slow");
        await fixture.SayAsync("two", "r2", "agent:main:b");
        fixture.OpenGate();

        Assert.Equal(["agent:main:slow", "agent:main:b"], (await fixture.ToldAsync(2)).Select(static line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task Compaction_is_told_before_and_after_and_only_when_it_happens()
    {
        var agents = AgentFixture.Config.Agents;
        await using var fixture = await HookFixture.StartAsync(
            AgentFixture.Config with { Agents = agents with { Defaults = agents.Defaults with { Compaction = new CompactionConfig { KeepRecentTokens = 10 } } } });
        await fixture.SayAsync("question 0", "r0");
        var small = await fixture.Agents.AskAsync("sessions.compact", """{"key":"main"}""");
        for (var turn = 1; turn < 4; turn++)
            await fixture.SayAsync($"question {turn}", $"r{turn}");
        fixture.Agents.Model.Says("## Summary\nThey spoke of cats.\n## Open questions\nnone\n## Identifiers\n/tmp/cat");

        var answer = await fixture.Agents.AskAsync("sessions.compact", """{"key":"main"}""");

        Assert.False(small.GetProperty("ok").GetBoolean());
        Assert.True(answer.GetProperty("ok").GetBoolean());
        Assert.Equal([$"{HookFixture.Main} before", $"{HookFixture.Main} after"], (await fixture.ToldAsync(3))[1..]);
    }

    [Fact]
    [Trait("Threat", "PLG-19")]
    public async Task Nothing_that_was_told_holds_the_plugin()
    {
        await using var fixture = await HookFixture.StartAsync();
        await fixture.SayAsync("one", "r1");
        await fixture.SayAsync("/new", "r2");
        await fixture.ToldAsync(3);

        await fixture.UnloadAsync();
        await fixture.SayAsync("/new", "r3");

        Assert.Equal((PluginState.Unloaded, null), (fixture.Status.State, fixture.Status.Reason));
        Assert.Equal(3, (await fixture.ToldAsync(3)).Length);
    }

    private static async Task<string> IdAsync(HookFixture fixture) =>
        (await fixture.Agents.Get<SessionStore>().FindAsync("agent:main:a", CancellationToken.None))!.SessionId;
}
