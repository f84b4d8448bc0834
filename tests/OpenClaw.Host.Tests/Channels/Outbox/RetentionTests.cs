using OpenClaw.Channels;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Channels.Outbox.Health;

namespace OpenClaw.Host.Tests.Channels.Outbox;

public sealed class RetentionTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task What_was_sent_is_kept_for_its_key_and_then_goes()
    {
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path);
        await outbox.EndOfAsync(await outbox.PutAsync("hello"));
        var retention = outbox.Create<OutboxRetention>();

        outbox.Time.Advance(TimeSpan.FromDays(29));
        Assert.Equal((0, 0), await retention.SweepAsync(CancellationToken.None));
        outbox.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal((1, 0), await retention.SweepAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_dead_are_bounded_by_count_and_the_oldest_go_first()
    {
        var sender = new FakeSender { Before = static (_, _) => Task.FromResult<SendOutcome?>(new SendRefused("no", "no")) };
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path, sender, limits: new OutboxLimits { MaxDead = 3 });
        for (var i = 0; i < 5; i++)
        {
            await outbox.EndOfAsync(await outbox.PutAsync($"{i}"));
            outbox.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal((0, 2), await outbox.Create<OutboxRetention>().SweepAsync(CancellationToken.None));
        Assert.Equal([3, 4, 5], (await outbox.AllAsync()).Select(static row => row.Id));
    }

    [Fact]
    public async Task What_waits_is_never_removed()
    {
        await using var outbox = await OutboxFixture.CreateAsync(_directory.Path, limits: new OutboxLimits { MaxDead = 0, MaxSent = 0 });
        await outbox.PutAsync("hello");
        outbox.Time.Advance(TimeSpan.FromDays(365));

        Assert.Equal((0, 0), await outbox.Create<OutboxRetention>().SweepAsync(CancellationToken.None));
        Assert.Single(await outbox.AllAsync());
    }

    [Fact]
    public async Task Health_is_silent_until_there_is_something_to_say_and_warns_of_the_dead()
    {
        Assert.Null(OutboxReport.Of(new Dictionary<OutboxState, long>()));
        var sender = new FakeSender { After = static (_, _) => Task.FromResult<SendOutcome>(new SendUnknown("cut off")) };
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path, sender);
        await outbox.EndOfAsync(await outbox.PutAsync("hello"));
        var report = OutboxReport.Of(await outbox.Desk.CountsAsync(CancellationToken.None))!;

        Assert.Equal((0, 1), (report.Queued, report.Unknown));
        Assert.Contains("openclaw outbox list", report.Warning, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();
}
