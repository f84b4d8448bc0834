using OpenClaw.Channels;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Channels.Outbox.Store;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Channels.Outbox;

public sealed class DeliveryTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task A_message_is_sent_and_the_row_remembers_its_id()
    {
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path);
        var row = await outbox.EndOfAsync(await outbox.PutAsync("hello"));

        Assert.Equal(OutboxState.Sent, row.State);
        Assert.Equal(["m1"], row.MessageIds);
        Assert.Equal("hello", Assert.Single(outbox.Sender.Shown).Text);
        Assert.Equal("", await ContentAsync(outbox, row.Id));
    }

    [Fact]
    public async Task Each_destination_gets_its_messages_in_order()
    {
        await using var outbox = await OutboxFixture.CreateAsync(_directory.Path);
        for (var i = 0; i < 60; i++)
            await outbox.PutAsync($"{i}", chat: $"c{i % 3}");
        await outbox.StartAsync();
        await outbox.Sender.UntilShownAsync(60);

        foreach (var chat in outbox.Sender.Shown.GroupBy(static one => one.Chat))
            Assert.Equal(chat.Select(static one => int.Parse(one.Text)).Order(), chat.Select(static one => int.Parse(one.Text)));
    }

    [Fact]
    public async Task A_destination_that_waits_holds_up_nobody_else()
    {
        var stuck = new TaskCompletionSource();
        var sender = new FakeSender
        {
            Before = async (message, _) =>
            {
                if (message.Chat.ChatId == "slow")
                    await stuck.Task;
                return null;
            },
        };
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path, sender);
        await outbox.PutAsync("first", "slow");
        var second = await outbox.PutAsync("second", "slow");
        await outbox.EndOfAsync(await outbox.PutAsync("other", "fast"));

        Assert.Equal(OutboxState.Queued, (await outbox.RowAsync(second)).State);
        stuck.SetResult();
        await outbox.EndOfAsync(second);
        Assert.Equal(["other", "first", "second"], outbox.Sender.Shown.Select(static one => one.Text));
    }

    [Fact]
    public async Task A_long_text_goes_out_in_parts_and_each_has_its_key()
    {
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path);
        var row = await outbox.EndOfAsync(await outbox.PutAsync(string.Join(' ', Enumerable.Repeat("word", 80))));

        Assert.Equal((4, 4), (row.Parts, row.PartsSent));
        Assert.Equal(["m1", "m2", "m3", "m4"], row.MessageIds);
        Assert.Equal(4, outbox.Sender.Shown.Select(static one => one.Key).Distinct().Count());
        Assert.All(outbox.Sender.Shown, static one => Assert.InRange(one.Key.Length, 1, 25));
    }

    [Fact]
    public async Task What_the_platform_asks_for_takes_the_place_of_the_back_off()
    {
        var answers = new Queue<SendOutcome?>([new SendRetryable("slow down", TimeSpan.FromSeconds(90)), null]);
        var sender = new FakeSender { Before = (_, _) => Task.FromResult(answers.Dequeue()) };
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path, sender);
        var id = await outbox.PutAsync("hello");
        var waiting = await outbox.UntilAsync(id, static row => row.Code == OutboxCodes.Retrying);

        Assert.Equal(outbox.Time.GetUtcNow().AddSeconds(90).ToUnixTimeMilliseconds(), waiting.DueAt);
        outbox.Time.Advance(TimeSpan.FromSeconds(89));
        Assert.Equal(1, sender.Calls);
        Assert.Equal(OutboxState.Sent, (await outbox.Time.AdvanceUntilAsync(outbox.EndOfAsync(id), TimeSpan.FromSeconds(1))).State);
        Assert.Equal(2, sender.Calls);
    }

    [Fact]
    public async Task A_message_that_cannot_be_sent_dies_after_its_attempts_and_the_next_one_goes()
    {
        var sender = new FakeSender
        {
            Before = static (message, _) => Task.FromResult<SendOutcome?>(message.Parts[0].ToString()!.Contains("bad", StringComparison.Ordinal) ? new SendRetryable("no route") : null),
        };
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path, sender);
        var bad = await outbox.PutAsync("bad");
        var good = await outbox.PutAsync("good");
        var row = await outbox.Time.AdvanceUntilAsync(outbox.EndOfAsync(bad), TimeSpan.FromSeconds(10));

        Assert.Equal((OutboxState.Failed, OutboxCodes.RetriesExhausted, "no route", 12), (row.State, row.Code, row.Reason, row.Attempts));
        await outbox.EndOfAsync(good);
        Assert.Contains(outbox.Events.All, static one => one.Name == "outbox.changed");
    }

    [Fact]
    public async Task A_refusal_is_final_and_names_its_code()
    {
        var sender = new FakeSender { Before = static (_, _) => Task.FromResult<SendOutcome?>(new SendRefused("chat_not_found", "no such chat")) };
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path, sender);
        var row = await outbox.EndOfAsync(await outbox.PutAsync("hello"));

        Assert.Equal((OutboxState.Failed, "chat_not_found", "no such chat", 1), (row.State, row.Code, row.Reason, sender.Calls));
    }

    [Fact]
    public async Task An_unknown_outcome_is_never_repeated_where_sends_are_not_idempotent()
    {
        var sender = new FakeSender { After = static (_, _) => Task.FromResult<SendOutcome>(new SendUnknown("cut off")) };
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path, sender);
        var row = await outbox.EndOfAsync(await outbox.PutAsync("hello"));

        Assert.Equal((OutboxState.Unknown, 1), (row.State, sender.Calls));
        Assert.Contains(await outbox.Desk.ListAsync(OutboxState.Unknown, null, null, 10, CancellationToken.None), one => one.Row.Id == row.Id && one.Preview == "hello");
    }

    [Fact]
    public async Task An_unknown_outcome_is_repeated_under_its_key_where_sends_are_idempotent()
    {
        var sender = new FakeSender();
        sender.Channel = sender.Channel with { IdempotentSends = true };
        sender.After = (_, outcome) => sender.Calls < 3 ? Task.FromResult<SendOutcome>(new SendUnknown("cut off")) : Task.FromResult(outcome);
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path, sender);
        var row = await outbox.Time.AdvanceUntilAsync(EndAsync(outbox, "hello"), TimeSpan.FromSeconds(1));

        Assert.Equal((OutboxState.Sent, 3), (row.State, sender.Calls));
        Assert.Single(sender.Shown);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_channel_that_throws_or_hangs_leaves_an_unknown_outcome(bool throws)
    {
        var sender = new FakeSender
        {
            Before = async (_, _) =>
            {
                if (throws)
                    throw new InvalidOperationException("broken");
                await new TaskCompletionSource().Task;
                return null;
            },
        };
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path, sender);
        var row = await outbox.Time.AdvanceUntilAsync(EndAsync(outbox, "hello"), TimeSpan.FromSeconds(20));

        Assert.Equal(OutboxState.Unknown, row.State);
        Assert.Contains(throws ? "InvalidOperationException" : "60 seconds", row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_its_account_goes_when_it_comes_up()
    {
        var sender = new FakeSender { Running = false };
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path, sender);
        var id = await outbox.PutAsync("hello");
        outbox.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal((OutboxState.Queued, 0), ((await outbox.RowAsync(id)).State, sender.Calls));

        sender.Start();
        Assert.Equal(OutboxState.Sent, (await outbox.EndOfAsync(id)).State);
    }

    [Fact]
    public async Task A_missing_login_is_waited_for_and_counts_no_attempt()
    {
        var linked = false;
        var sender = new FakeSender { Before = (_, _) => Task.FromResult<SendOutcome?>(linked ? null : new SendNotLinked("scan the code")) };
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path, sender);
        var id = await outbox.PutAsync("hello");
        var waiting = await outbox.UntilAsync(id, static row => row.Code == OutboxCodes.NotLinked);
        Assert.Equal((OutboxState.Queued, 0), (waiting.State, waiting.Attempts));

        linked = true;
        sender.Start();
        Assert.Equal(OutboxState.Sent, (await outbox.EndOfAsync(id)).State);
    }

    [Fact]
    public async Task What_waits_too_long_expires_and_says_why()
    {
        var sender = new FakeSender { Running = false };
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path, sender);
        var row = await outbox.Time.AdvanceUntilAsync(EndAsync(outbox, "hello"), TimeSpan.FromHours(2));

        Assert.Equal(OutboxState.Expired, row.State);
        Assert.Equal(0, sender.Calls);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_holds_nothing_up()
    {
        var time = new ManualClock();
        await using var outbox = await OutboxFixture.CreateAsync(_directory.Path, time: time);
        var id = await outbox.PutAsync("hello");
        time.Advance(TimeSpan.FromDays(-20));
        await outbox.StartAsync();

        Assert.Equal(OutboxState.Sent, (await outbox.EndOfAsync(id)).State);
    }

    [Fact]
    public async Task A_damaged_row_is_reported_and_stops_nobody()
    {
        await using var outbox = await OutboxFixture.CreateAsync(_directory.Path);
        var damaged = await outbox.PutAsync("damaged");
        var good = await outbox.PutAsync("good");
        await outbox.Database.WriteAsync(connection => { connection.Execute("UPDATE outbox SET content = '{\"chat' WHERE id = $id", ("$id", damaged)); });
        await outbox.StartAsync();
        await outbox.EndOfAsync(good);

        var row = await outbox.RowAsync(damaged);
        Assert.Equal((OutboxState.Failed, OutboxCodes.Unreadable), (row.State, row.Code));
    }

    [Theory]
    [InlineData("ABORT")]
    [InlineData("ROLLBACK")]
    public async Task A_disk_that_takes_nothing_for_a_while_loses_nothing_and_repeats_nothing(string failure)
    {
        var sender = new FakeSender();
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path, sender);
        sender.After = async (_, outcome) =>
        {
            if (sender.Calls == 1)
            {
                await outbox.Database.WriteAsync(connection =>
                {
                    connection.Execute($"CREATE TEMP TRIGGER broken BEFORE UPDATE ON outbox BEGIN SELECT RAISE({failure}, 'disk full'); END");
                });
            }

            return outcome;
        };
        var id = await outbox.PutAsync(string.Join(' ', Enumerable.Repeat("word", 80)));
        await sender.UntilShownAsync(1);
        await outbox.Time.WhenTimerDueWithin(TimeSpan.FromSeconds(1));
        Assert.Equal(0, (await outbox.RowAsync(id)).PartsSent);
        await outbox.Database.WriteAsync(connection => { connection.Execute("DROP TRIGGER broken"); });
        var row = await outbox.Time.AdvanceUntilAsync(outbox.EndOfAsync(id), TimeSpan.FromSeconds(1));

        Assert.Equal((OutboxState.Sent, 4, 4), (row.State, row.PartsSent, sender.Shown.Count));
    }

    [Fact]
    public async Task Ten_thousand_waiting_messages_are_sent_once_each()
    {
        await using var outbox = await OutboxFixture.CreateAsync(_directory.Path);
        await outbox.Database.WriteAsync(connection =>
        {
            for (var i = 0; i < 10_000; i++)
                OutboxSql.Add(connection, OutboxFixture.EntryOf($"{i}", chat: $"c{i % 997}"), TimeSpan.FromHours(24), outbox.Time.GetUtcNow().ToUnixTimeMilliseconds());
        });
        await outbox.StartAsync();
        await outbox.Sender.UntilShownAsync(10_000);

        Assert.Equal(10_000, outbox.Sender.Shown.Select(static one => one.Text).Distinct().Count());
        foreach (var chat in outbox.Sender.Shown.GroupBy(static one => one.Chat))
            Assert.Equal(chat.Select(static one => int.Parse(one.Text)).Order(), chat.Select(static one => int.Parse(one.Text)));
    }

    [Fact]
    public async Task A_dead_message_can_be_sent_again_without_the_parts_that_arrived()
    {
        var sender = new FakeSender();
        sender.Before = (_, _) => Task.FromResult<SendOutcome?>(sender.Calls == 3 ? new SendRefused("blocked", "blocked") : null);
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path, sender);
        var id = await outbox.PutAsync(string.Join(' ', Enumerable.Repeat("word", 80)));
        var dead = await outbox.EndOfAsync(id);
        Assert.Equal((OutboxState.Failed, 2), (dead.State, dead.PartsSent));

        Assert.True((await outbox.Desk.RetryAsync(id, CancellationToken.None)).Done);
        var row = await outbox.UntilAsync(id, static row => row.State == OutboxState.Sent);
        Assert.Equal((4, 4), (row.PartsSent, sender.Shown.Count));
    }

    [Fact]
    public async Task A_dropped_message_keeps_its_key_and_nothing_else()
    {
        var sender = new FakeSender { Running = false };
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path, sender);
        var id = await outbox.PutAsync("hello", key: "send:k");
        Assert.True((await outbox.Desk.DropAsync(id, CancellationToken.None)).Done);

        Assert.Equal(id, await outbox.PutAsync("hello", key: "send:k"));
        Assert.Equal("", await ContentAsync(outbox, id));
        Assert.False((await outbox.Desk.RetryAsync(id, CancellationToken.None)).Done);
    }

    public void Dispose() => _directory.Dispose();

    private static async Task<OutboxRow> EndAsync(OutboxFixture outbox, string text) => await outbox.EndOfAsync(await outbox.PutAsync(text));

    private static async Task<string?> ContentAsync(OutboxFixture outbox, long id) =>
        await outbox.Database.ReadAsync(connection => connection.Scalar<string>("SELECT content FROM outbox WHERE id = $id", ("$id", id)));
}
