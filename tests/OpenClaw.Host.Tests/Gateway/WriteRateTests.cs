using OpenClaw.Host.Gateway.Dispatch;
using OpenClaw.TestKit;

namespace OpenClaw.Host.Tests.Gateway;

public sealed class WriteRateTests
{
    private const int Limit = 30;

    private readonly ManualClock _clock = new();

    [Fact]
    public void Thirty_a_minute_pass_and_the_next_waits_for_the_window_to_end()
    {
        var rate = new WriteRate(Limit, TimeSpan.FromSeconds(60), _clock);
        for (var i = 0; i < Limit; i++)
            Assert.Null(rate.Admit("config.patch", "me"));

        _clock.Advance(TimeSpan.FromSeconds(25));
        Assert.Equal(TimeSpan.FromSeconds(35), rate.Admit("config.patch", "me"));
        Assert.Null(rate.Admit("config.apply", "me"));
        Assert.Null(rate.Admit("config.patch", "somebody else"));

        _clock.Advance(TimeSpan.FromSeconds(35));
        Assert.Null(rate.Admit("config.patch", "me"));
    }

    [Fact]
    public void Count_and_window_are_the_owners_to_set()
    {
        var rate = new WriteRate(1, TimeSpan.FromSeconds(10), _clock);
        Assert.Null(rate.Admit("config.patch", "me"));
        Assert.Equal(TimeSpan.FromSeconds(10), rate.Admit("config.patch", "me"));
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Null(rate.Admit("config.patch", "me"));
    }

    [Fact]
    public void However_many_callers_come_the_table_stays_small()
    {
        var rate = new WriteRate(Limit, TimeSpan.FromSeconds(60), _clock);
        for (var i = 0; i < Limit; i++)
            Assert.Null(rate.Admit("config.patch", "me"));
        for (var i = 0; i < 10_000; i++)
            Assert.Null(rate.Admit("config.patch", $"caller {i}"));

        // The oldest count made room for newer ones.
        Assert.Null(rate.Admit("config.patch", "me"));
    }
}
