using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Tests.Scheduling;

/// <summary><c>system-event</c>: presence for nodes, everything else for the main session.</summary>
public sealed class SystemEventTests
{
    [Fact]
    public async Task A_node_is_listed_under_what_it_is_known_by()
    {
        await using var fixture = await SchedulingFixture.CreateAsync();
        await fixture.AskAsync("system-event", """{"text":"Node: peters-mac (192.0.2.10) · last input 12s ago","lastInputSeconds":12.7,"tags":["t1",""]}""");
        await fixture.AskAsync("system-event", """{"text":"Node: peters-mac (192.0.2.10) · last input 40s ago"}""");
        await fixture.AskAsync("system-event", """{"text":"Node: x","instanceId":"mac-1","host":"other"}""");

        Assert.Equal(["peters-mac", "peters-mac", "mac-1"], fixture.Agents.Connections.Reports.Select(static report => report.Key));
        var entry = fixture.Agents.Connections.Reports.First().Entry;
        Assert.Equal(12, entry.LastInputSeconds);
        Assert.Equal(["t1"], entry.Tags);
        Assert.Empty(await fixture.WaitingEventsAsync());
    }

    [Fact]
    public async Task Other_text_waits_for_the_main_session_and_shows_in_the_status()
    {
        await using var fixture = await SchedulingFixture.CreateAsync();

        await fixture.AskAsync("system-event", """{"text":"the disk is full"}""");

        Assert.Equal(["the disk is full"], await fixture.WaitingEventsAsync());
        await Assert.ThrowsAsync<RpcException>(() => fixture.AskAsync("system-event", """{"text":"  "}"""));
    }
}
