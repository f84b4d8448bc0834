using OpenClaw.Host.Agents.Compaction;
using OpenClaw.Host.Agents.Models;

namespace OpenClaw.Host.Tests.Agents.Compaction;

/// <summary>How often a model is asked for a summary that it does not write.</summary>
public sealed class SummaryPauseTests
{
    private static readonly ModelReference Model = new("fake", "one");

    [Fact]
    public void A_failure_is_remembered_for_the_conversation_longer_each_time()
    {
        var time = new ManualClock();
        var pauses = new SummaryPauses(time);

        pauses.Failed("s1", Model);
        Assert.True(pauses.IsPaused("s1", Model));
        Assert.False(pauses.IsPaused("s2", Model));
        Assert.False(pauses.IsPaused("s1", Model with { Model = "two" }));
        time.Advance(TimeSpan.FromSeconds(61));
        Assert.False(pauses.IsPaused("s1", Model));

        pauses.Failed("s1", Model);
        time.Advance(TimeSpan.FromSeconds(61));
        Assert.True(pauses.IsPaused("s1", Model));
        time.Advance(TimeSpan.FromSeconds(61));
        Assert.False(pauses.IsPaused("s1", Model));

        for (var i = 0; i < 20; i++)
            pauses.Failed("s1", Model);
        time.Advance(TimeSpan.FromMinutes(61));
        Assert.False(pauses.IsPaused("s1", Model));
    }

    [Fact]
    public void A_summary_that_came_ends_the_pause()
    {
        var pauses = new SummaryPauses(new ManualClock());
        pauses.Failed("s1", Model);

        pauses.Succeeded("s1", Model);

        Assert.False(pauses.IsPaused("s1", Model));
    }
}
