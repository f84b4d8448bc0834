using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Channels.Inbox;

namespace OpenClaw.Host.Tests.Channels;

/// <summary>Bots that answer each other.</summary>
public sealed class BotLoopTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    [Trait("Threat", "CH-16")]
    public void After_twenty_in_a_minute_a_bot_is_not_heard_for_a_minute_and_the_status_says_so()
    {
        var loops = new BotLoops(_clock);
        for (var id = 1; id <= 20; id++)
            Assert.True(Admits(loops, id));
        Assert.Empty(loops.Broken(Received.Account));

        Assert.False(Admits(loops, 21));
        Assert.False(Admits(loops, 21));
        Assert.Equal(["-100"], loops.Broken(Received.Account));
        _clock.Advance(TimeSpan.FromSeconds(61));
        Assert.True(Admits(loops, 22));
        Assert.Empty(loops.Broken(Received.Account));
    }

    [Fact]
    public void Slow_bots_people_and_who_switched_it_off_are_not_concerned()
    {
        var loops = new BotLoops(_clock);
        for (var id = 1; id <= 100; id++)
        {
            Assert.True(Admits(loops, id));
            _clock.Advance(TimeSpan.FromSeconds(4));
        }

        for (var id = 200; id <= 300; id++)
        {
            Assert.True(loops.Admits(Received.Row(Received.Group(), id), Received.Json("{}")));
            Assert.True(loops.Admits(Bot(id), Received.Json("""{"botLoopProtection":{"enabled":false}}""")));
        }
    }

    private static bool Admits(BotLoops loops, long id) => loops.Admits(Bot(id), Received.Json("{}"));

    private static InboxRow Bot(long id) => Received.Row(Received.Group() with { SenderIsBot = true }, id);
}
