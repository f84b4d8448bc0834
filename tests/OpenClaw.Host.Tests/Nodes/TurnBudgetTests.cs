using OpenClaw.Host.Nodes.Live;

namespace OpenClaw.Host.Tests.Nodes;

public sealed class TurnBudgetTests
{
    [Fact]
    public void The_minute_that_counts_is_always_the_last_one()
    {
        var budget = new TurnBudget();
        for (var turn = 0; turn < TurnBudget.MaxPerMinute; turn++)
        {
            Assert.True(budget.TryTake(turn * 1_000));
        }

        Assert.False(budget.TryTake(59_999));
        Assert.True(budget.TryTake(60_000));
        Assert.False(budget.TryTake(60_001));
    }

    [Fact]
    public void The_same_words_within_two_seconds_are_one_sentence()
    {
        var budget = new TurnBudget();
        Assert.False(budget.IsEcho("lights on", 0));
        Assert.True(budget.IsEcho("lights on", 1_999));
        Assert.False(budget.IsEcho("lights off", 2_000));
        Assert.False(budget.IsEcho("lights on", 2_001));
        Assert.False(budget.IsEcho("lights on", 4_001));
    }
}
