using OpenClaw.Channels;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Channels;

/// <summary>One sender against all others.</summary>
public sealed class SenderPaceTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    [Trait("Threat", "CH-23")]
    public async Task Who_floods_is_cut_off_and_others_are_answered_as_ever()
    {
        await using var chat = await ChannelFixture.StartAsync(_directory.Path, inbox: new InboxLimits { SenderBurst = 50, MaxWaiting = 1_000 });
        chat.Model.Always = static (_, token) => Agents.Fakes.FakeAgentProvider.Stream(Agents.Fakes.FakeAgentProvider.Answer([new OpenClaw.Agents.TextDelta("ok")]), token);
        await chat.RunAsync();
        var refused = 0;
        for (var number = 0; number < 2_000; number++)
        {
            // A thousand a second, by the platform's clock.
            var receipt = await chat.Inbox.AcceptAsync(
                Received.Inbound($"f{number}", $"flood {number}", "666") with { SentAt = DateTimeOffset.UnixEpoch.AddMilliseconds(number) }, CancellationToken.None);
            refused += receipt.Disposition == InboundDisposition.Refused ? 1 : 0;
        }

        await chat.SayAsync("1", "and me?", sender: "8");
        await chat.UntilAsync(() => Task.FromResult(chat.Sender.Shown.Any(static shown => shown.Chat == "8")));
        var stored = await chat.Agents.Database.ReadAsync(static connection => connection.Scalar<long>("SELECT count(*) FROM inbox"));
        Assert.InRange(stored, 51, 80);
        Assert.InRange(refused, 1_900, 1_950);
    }

    [Fact]
    public void What_waited_at_the_platform_while_nobody_listened_is_no_flood()
    {
        var pace = new SenderPace(new InboxLimits { SenderBurst = 10 });
        for (var minute = 0; minute < 500; minute++)
            Assert.True(pace.TryTake(Received.Inbound($"{minute}", "hi") with { SentAt = DateTimeOffset.UnixEpoch.AddMinutes(minute) }));
    }

    [Fact]
    public void Its_memory_is_bounded()
    {
        var pace = new SenderPace(new InboxLimits { SenderBurst = 1 });
        for (var sender = 0; sender < 50_000; sender++)
            Assert.True(pace.TryTake(Received.Inbound("1", "hi", $"s{sender}")));
    }

    public void Dispose() => _directory.Dispose();
}
