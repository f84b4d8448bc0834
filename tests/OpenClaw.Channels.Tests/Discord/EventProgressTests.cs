using OpenClaw.Channels.Discord.Connection;

namespace OpenClaw.Channels.Tests.Discord;

public sealed class EventProgressTests
{
    [Fact]
    public void The_number_moves_only_past_events_that_are_all_done()
    {
        var progress = new EventProgress();
        foreach (var number in (long[])[1, 2, 3, 5])
            Assert.True(progress.Begin(number));

        progress.Done(2);
        Assert.Null(progress.Stored);
        progress.Done(1);
        Assert.Equal(2, progress.Stored);
        progress.Done(5);
        Assert.Equal(2, progress.Stored);
        progress.Done(3);
        Assert.Equal(5, progress.Stored);
    }

    [Fact]
    public void What_comes_again_is_known_whether_it_is_done_or_not()
    {
        var progress = new EventProgress(10);
        progress.Begin(11);

        Assert.False(progress.Begin(11));
        Assert.False(progress.Begin(9));
        progress.Done(11);
        Assert.False(progress.Begin(11));
        Assert.Equal(11, progress.Stored);
    }
}
