using OpenClaw.Channels.Discord.Sending;

namespace OpenClaw.Channels.Tests.Discord;

public sealed class OpenSendsTests
{
    [Fact]
    [Trait("Threat", "CH-29")]
    public void A_send_of_unknown_fate_is_repeated_only_as_long_as_Discord_knows_it_again()
    {
        using var folder = new TemporaryDirectory();
        var clock = new ManualClock();
        var sends = new OpenSends(folder.Path, clock);

        Assert.True(sends.TryBegin("a", OpenSends.Trusted, out _));
        sends.End("a", new SendUnknown("cut"), isFirst: true);
        clock.Advance(TimeSpan.FromSeconds(100));
        Assert.True(sends.TryBegin("a", OpenSends.Trusted, out var isFirst));
        // A wait that this try was told says nothing of the one before it.
        sends.End("a", new SendRetryable("wait"), isFirst);
        Assert.False(sends.TryBegin("a", TimeSpan.Zero, out _));
        clock.Advance(TimeSpan.FromSeconds(30));

        // Another process: the first one was killed.
        Assert.False(new OpenSends(folder.Path, clock).TryBegin("a", OpenSends.Trusted, out _));
        Assert.True(new OpenSends(folder.Path, clock).TryBegin("b", OpenSends.Trusted, out _));
    }

    [Fact]
    public void What_was_surely_not_sent_begins_anew_and_what_was_noted_leaves_nothing_behind()
    {
        using var folder = new TemporaryDirectory();
        var clock = new ManualClock();
        var sends = new OpenSends(folder.Path, clock);
        sends.TryBegin("a", OpenSends.Trusted, out _);
        sends.End("a", new SendRetryable("wait"), isFirst: true);
        clock.Advance(TimeSpan.FromHours(1));

        Assert.True(sends.TryBegin("a", OpenSends.Trusted, out _));
        sends.End("a", new SendAccepted("1"), isFirst: true);
        Assert.Single(Directory.GetFiles(folder.Path));
        clock.Advance(TimeSpan.FromMinutes(2));
        sends.TryBegin("b", OpenSends.Trusted, out _);
        Assert.Equal("b", Path.GetFileName(Assert.Single(Directory.GetFiles(folder.Path))));
    }
}
