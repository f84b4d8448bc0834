using OpenClaw.Channels;
using OpenClaw.Host.Channels.Outbox;

namespace OpenClaw.Host.Tests.Channels.Outbox;

/// <summary>A process that is killed at each border between two states, and the one that comes after it.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task What_was_queued_is_sent_by_the_next_process()
    {
        var sender = new FakeSender();
        long id;
        await using (var first = await OutboxFixture.CreateAsync(_directory.Path, sender))
            id = await first.PutAsync("hello");
        await using var second = await OutboxFixture.RunAsync(_directory.Path, sender);

        Assert.Equal(OutboxState.Sent, (await second.EndOfAsync(id)).State);
        Assert.Single(sender.Shown);
    }

    [Theory]
    [InlineData(true, true, "sent")]
    [InlineData(true, false, "sent")]
    [InlineData(false, true, "unknown")]
    [InlineData(false, false, "unknown")]
    public async Task An_attempt_that_was_cut_off_is_repeated_only_where_that_shows_it_once(bool idempotent, bool arrived, string expected)
    {
        var sender = new FakeSender();
        sender.Channel = sender.Channel with { IdempotentSends = idempotent };
        var id = await KilledAsync(sender, "hello", call: 1, arrived);
        await using var second = await OutboxFixture.RunAsync(_directory.Path, sender);
        var row = await second.EndOfAsync(id);

        Assert.Equal(expected, OutboxStates.NameOf(row.State));
        Assert.Equal(arrived || idempotent ? 1 : 0, sender.Shown.Count);
        Assert.Equal(idempotent ? 2 : 1, sender.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Parts_that_arrived_are_not_sent_again(bool idempotent)
    {
        var sender = new FakeSender();
        sender.Channel = sender.Channel with { IdempotentSends = idempotent };
        var id = await KilledAsync(sender, string.Join(' ', Enumerable.Repeat("word", 80)), call: 3, arrived: false);
        Assert.Equal(2, sender.Shown.Count);
        await using var second = await OutboxFixture.RunAsync(_directory.Path, sender);
        var row = await second.EndOfAsync(id);

        Assert.Equal(idempotent ? (OutboxState.Sent, 4) : (OutboxState.Unknown, 2), (row.State, row.PartsSent));
        Assert.Equal(idempotent ? 4 : 2, sender.Shown.Count);
        Assert.Equal(sender.Shown.Count, sender.Shown.Select(static one => one.Key).Distinct().Count());
    }

    [Fact]
    public async Task The_next_process_cuts_a_text_as_the_first_did_although_the_limit_changed()
    {
        var sender = new FakeSender();
        sender.Channel = sender.Channel with { IdempotentSends = true };
        var id = await KilledAsync(sender, string.Join(' ', Enumerable.Repeat("word", 80)), call: 2, arrived: true);
        sender.Channel = sender.Channel with { MaxTextLength = 4096 };
        await using var second = await OutboxFixture.RunAsync(_directory.Path, sender);

        Assert.Equal((OutboxState.Sent, 4), ((await second.EndOfAsync(id)).State, sender.Shown.Count));
    }

    [Fact]
    public async Task What_was_sent_is_not_sent_by_the_next_process()
    {
        var sender = new FakeSender();
        await using (var first = await OutboxFixture.RunAsync(_directory.Path, sender))
            await first.EndOfAsync(await first.PutAsync("hello"));
        await using var second = await OutboxFixture.RunAsync(_directory.Path, sender);
        await second.EndOfAsync(await second.PutAsync("again"));

        Assert.Equal(["hello", "again"], sender.Shown.Select(static one => one.Text));
    }

    [Fact]
    public async Task A_stop_lets_the_part_on_its_way_arrive_and_leaves_the_others_queued()
    {
        var sender = new FakeSender();
        var onTheWay = new TaskCompletionSource();
        var arrive = new TaskCompletionSource();
        sender.Before = async (_, _) =>
        {
            onTheWay.TrySetResult();
            await arrive.Task;
            return null;
        };
        long id;
        await using (var first = await OutboxFixture.RunAsync(_directory.Path, sender))
        {
            id = await first.PutAsync(string.Join(' ', Enumerable.Repeat("word", 80)));
            await onTheWay.Task.WaitAsync(OutboxFixture.Patience);
            var stopped = first.StopAsync();
            arrive.SetResult();
            await stopped;
            Assert.Equal((OutboxState.Queued, 1), ((await first.RowAsync(id)).State, (await first.RowAsync(id)).PartsSent));
        }

        sender.Before = null;
        await using var second = await OutboxFixture.RunAsync(_directory.Path, sender);
        Assert.Equal((OutboxState.Sent, 4), ((await second.EndOfAsync(id)).State, sender.Shown.Count));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public async Task Over_many_kills_nothing_is_lost_and_nothing_is_repeated(int seed, bool idempotent)
    {
        const int Messages = 120;
        var random = new Random(seed);
        var sender = new FakeSender();
        sender.Channel = sender.Channel with { IdempotentSends = idempotent };
        await using (var first = await OutboxFixture.CreateAsync(_directory.Path, sender))
        {
            for (var i = 0; i < Messages; i++)
                await first.PutAsync($"{i} {(i % 10 == 0 ? string.Join(' ', Enumerable.Repeat("word", 40)) : "")}", chat: $"c{i % 5}");
        }

        IReadOnlyList<OutboxRow> rows = [];
        for (var life = 0; rows.Count == 0 || rows.Any(static row => !row.HasEnded); life++)
        {
            Assert.InRange(life, 0, 200);
            rows = await LiveAsync(sender, callsToLive: random.Next(1, 12), arrives: random.Next(2) == 0);
        }

        Assert.All(rows, row => Assert.True(row.State == OutboxState.Sent || (!idempotent && row.State == OutboxState.Unknown), row.ToString()));
        Assert.Equal(sender.Shown.Count, sender.Shown.Select(static one => one.Key).Distinct().Count());
        var firstParts = sender.Shown.Where(static one => char.IsDigit(one.Text[0])).ToList();
        foreach (var row in rows.Where(static row => row.State == OutboxState.Sent))
            Assert.Equal(row.Parts, row.MessageIds.Count);
        Assert.True(firstParts.Count >= rows.Count(static row => row.State == OutboxState.Sent));
        foreach (var chat in firstParts.GroupBy(static one => one.Chat))
            Assert.Equal(chat.Select(NumberOf).Order(), chat.Select(NumberOf));
    }

    public void Dispose() => _directory.Dispose();

    private static int NumberOf((string Chat, string Text, string Key) shown) => int.Parse(shown.Text.Split(' ')[0]);

    /// <summary>One life that is killed at a call, before or after the platform has the message; it ends by itself when nothing is left.</summary>
    private async Task<IReadOnlyList<OutboxRow>> LiveAsync(FakeSender sender, int callsToLive, bool arrives)
    {
        await using var process = await OutboxFixture.CreateAsync(_directory.Path, sender);
        var calls = 0;
        var killed = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        async Task<bool> KillAsync()
        {
            if (Interlocked.Increment(ref calls) < callsToLive)
                return false;
            await process.KillAsync();
            killed.TrySetResult(true);
            return true;
        }

        sender.Before = arrives ? null : async (_, _) => await KillAsync() ? new SendUnknown("killed") : null;
        sender.After = arrives ? async (_, outcome) => await KillAsync() ? new SendUnknown("killed") : outcome : null;
        await process.StartAsync();
        var ended = Task.WhenAll((await process.AllAsync()).Where(static row => !row.HasEnded).Select(row => process.EndOfAsync(row.Id)));
        try
        {
            if (await Task.WhenAny(ended, killed.Task) == ended)
            {
                await ended;
                return await process.AllAsync();
            }
        }
        catch (ObjectDisposedException)
        {
            // Killed while the test was looking.
        }

        _ = ended.ContinueWith(static task => task.Exception, TaskScheduler.Default);
        return [];
    }

    private async Task<long> KilledAsync(FakeSender sender, string text, int call, bool arrived)
    {
        var first = await OutboxFixture.CreateAsync(_directory.Path, sender);
        var id = await first.PutAsync(text);
        var killed = new TaskCompletionSource();
        async Task KillAsync()
        {
            if (sender.Calls < call)
                return;
            await first.KillAsync();
            killed.TrySetResult();
        }

        sender.Before = arrived ? null : async (_, _) =>
        {
            await KillAsync();
            return sender.Calls < call ? null : new SendUnknown("killed");
        };
        sender.After = !arrived ? null : async (_, outcome) =>
        {
            await KillAsync();
            return outcome;
        };
        await first.StartAsync();
        await killed.Task.WaitAsync(OutboxFixture.Patience);
        await first.DisposeAsync();
        sender.Before = null;
        sender.After = null;
        return id;
    }
}
