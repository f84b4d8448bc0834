using System.Text;
using OpenClaw.Channels;
using OpenClaw.Content;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Storage;
using OpenClaw.Plugins;
using OpenClaw.TestKit;

namespace OpenClaw.Host.Tests.Channels;

public sealed class InboxTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _folder = new();
    private readonly ManualClock _clock = new();
    private readonly InboxLimits _limits = new() { MaxWaiting = 3, MaxMediaBytes = 8 };
    private readonly InboxSignal _signal = new();
    private SqliteDatabase _database = null!;
    private InboxStore _store = null!;

    public async Task InitializeAsync()
    {
        _database = await SqliteDatabase.OpenAsync(Path.Combine(_folder.Path, "gateway.db"), InboxSchema.Migrations, _clock);
        _store = new InboxStore(_database, _limits, _clock);
    }

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_message_is_on_disk_once_however_often_it_comes()
    {
        var inbox = Inbox().Open();

        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => inbox.AcceptAsync(Received.Inbound("1", "hi"), default).AsTask()));

        Assert.Single(receipts, static receipt => receipt.Disposition == InboundDisposition.Stored);
        Assert.Equal(7, receipts.Count(static receipt => receipt.Disposition == InboundDisposition.Duplicate));
        Assert.Single(await _store.HeadsAsync(10, default));
    }

    [Fact]
    public async Task A_message_that_was_settled_is_still_known_for_thirty_days()
    {
        var inbox = Inbox().Open();
        await inbox.AcceptAsync(Received.Inbound("1", "hi"), default);
        await _store.SettleAsync((await _store.HeadsAsync(1, default))[0], InboxState.Turned, null, default);

        _clock.Advance(TimeSpan.FromDays(29));
        await _store.SweepAsync(default);
        Assert.Equal(InboundDisposition.Duplicate, (await inbox.AcceptAsync(Received.Inbound("1", "hi"), default)).Disposition);

        _clock.Advance(TimeSpan.FromDays(2));
        await _store.SweepAsync(default);
        Assert.Equal(InboundDisposition.Stored, (await inbox.AcceptAsync(Received.Inbound("1", "hi"), default)).Disposition);
    }

    [Fact]
    public async Task An_edit_changes_a_message_that_waits_and_nothing_else()
    {
        var inbox = Inbox().Open();
        await inbox.AcceptAsync(Received.Inbound("1", "first"), default);

        await inbox.AcceptAsync(Received.Inbound("1", "second") with { IsEdit = true }, default);
        var row = Assert.Single(await _store.HeadsAsync(10, default));
        Assert.Equal("second", row.Message.Text);

        await _store.SettleAsync(row, InboxState.Turned, null, default);
        Assert.Equal(InboundDisposition.Duplicate, (await inbox.AcceptAsync(Received.Inbound("1", "third") with { IsEdit = true }, default)).Disposition);
        Assert.Empty(await _store.HeadsAsync(10, default));
    }

    [Fact]
    public async Task An_edit_of_what_nobody_knows_starts_nothing()
    {
        var receipt = await Inbox().Open().AcceptAsync(Received.Inbound("1", "changed") with { IsEdit = true }, default);

        Assert.Equal(InboundDisposition.Duplicate, receipt.Disposition);
        Assert.Empty(await _store.HeadsAsync(10, default));
    }

    [Fact]
    public async Task A_stop_does_not_wait_behind_what_it_is_to_stop()
    {
        var inbox = Inbox().Open();
        await inbox.AcceptAsync(Received.Inbound("1", "a long task"), default);
        await inbox.AcceptAsync(Received.Inbound("2", "another"), default);
        await inbox.AcceptAsync(Received.Inbound("3", "/stop"), default);

        var heads = await _store.HeadsAsync(10, default);

        Assert.Equal(["1", "3"], heads.Select(static row => row.MessageId));
    }

    [Fact]
    public async Task A_full_inbox_makes_the_channel_wait_and_loses_nothing()
    {
        var inbox = Inbox().Open();
        foreach (var id in new[] { "1", "2", "3" })
            await inbox.AcceptAsync(Received.Inbound(id, "hi"), default);

        var fourth = inbox.AcceptAsync(Received.Inbound("4", "hi"), default).AsTask();
        Assert.False(fourth.IsCompleted);
        await _store.SettleAsync((await _store.HeadsAsync(1, default))[0], InboxState.Turned, null, default);
        _signal.Taken();

        Assert.Equal(InboundDisposition.Stored, (await fourth).Disposition);
    }

    [Fact]
    public async Task What_a_stopped_channel_still_brings_is_not_taken()
    {
        var account = Inbox();
        var old = account.Open();
        account.Close();
        await Assert.ThrowsAsync<PluginStoppedException>(async () => await old.AcceptAsync(Received.Inbound("1", "hi"), default));

        var young = account.Open();
        await Assert.ThrowsAsync<PluginStoppedException>(async () => await old.AcceptAsync(Received.Inbound("1", "hi"), default));
        Assert.Equal(InboundDisposition.Stored, (await young.AcceptAsync(Received.Inbound("1", "hi"), default)).Disposition);
    }

    [Fact]
    public async Task A_file_is_on_disk_before_the_platform_is_told_and_one_that_cannot_be_had_is_noted()
    {
        var inbox = Inbox().Open();
        MessagePart[] parts =
        [
            new MediaPart(Media.FromBytes("text/plain", Encoding.UTF8.GetBytes("12345678"), "fits.txt")),
            new MediaPart(Media.FromBytes("text/plain", Encoding.UTF8.GetBytes("123456789"), "large.txt")),
            new MediaPart(new Media("image/png", static _ => throw new IOException("gone"))),
        ];

        await inbox.AcceptAsync(Received.Inbound("1", "") with { Parts = parts }, default);

        var media = Assert.Single(await _store.HeadsAsync(10, default)).Message.Media;
        Assert.Equal("12345678", await File.ReadAllTextAsync(media[0].Path!));
        Assert.Null(media[1].Path);
        Assert.NotNull(media[1].Problem);
        Assert.Equal("it could not be fetched", media[2].Problem);
    }

    [Theory]
    [Trait("Threat", "CH-19")]
    [InlineData("../../x")]
    [InlineData("C:\\x")]
    [InlineData("/etc/passwd")]
    [InlineData("CON")]
    [InlineData("a\0b")]
    [InlineData(".hidden")]
    [InlineData("photo\u202egpj.exe")]
    [InlineData("LONG")]
    public async Task The_name_of_a_file_says_nothing_of_where_it_lies(string name)
    {
        name = name == "LONG" ? new string('n', 300) : name;
        await Inbox().Open().AcceptAsync(
            Received.Inbound("1", "") with { Parts = [new MediaPart(Media.FromBytes("text/plain", Encoding.UTF8.GetBytes("12345678"), name))] }, default);

        var media = Assert.Single(Assert.Single(await _store.HeadsAsync(10, default)).Message.Media);
        Assert.Equal(Path.Combine(Paths().StateDirectory, "media", "inbound"), Path.GetDirectoryName(media.Path));
        Assert.Matches("^[0-9a-f]{32}$", Path.GetFileName(media.Path!));
        Assert.InRange(media.FileName!.Length, 1, 256);
        Assert.DoesNotContain('\u202e', media.FileName);
        Assert.DoesNotContain('\0', media.FileName);
    }

    [Fact]
    public async Task Context_is_bounded_and_comes_in_order()
    {
        var rows = new List<InboxRow>();
        for (var id = 1; id <= 5; id++)
        {
            await _store.AddAsync(Received.Account, $"{id}", Received.Group($"text {id}"), isEdit: false, default);
            rows.Add((await _store.HeadsAsync(1, default))[0]);
            if (id < 5)
                await _store.HoldAsync(rows[^1], 3, default);
        }

        var held = await _store.HeldAsync(rows[^1], 10, default);

        Assert.Equal(["text 2", "text 3", "text 4"], held.Select(static row => row.Message.Text));
    }

    [Theory]
    [InlineData("'{\"chatId\":'")]
    [InlineData("'null'")]
    [InlineData("'{}'")]
    [InlineData("NULL")]
    public async Task A_message_whose_content_is_damaged_is_set_aside_and_the_others_go_on(string body)
    {
        var inbox = Inbox().Open();
        await inbox.AcceptAsync(Received.Inbound("1", "broken"), default);
        await inbox.AcceptAsync(Received.Inbound("2", "whole"), default);
        await _database.WriteAsync(connection => connection.Execute($"UPDATE inbox SET body = {body} WHERE message_id = '1'"));

        var head = Assert.Single(await _store.HeadsAsync(10, default));

        Assert.Equal("2", head.MessageId);
        var failed = Assert.Single(await new InboxDesk(_database, _signal, _clock).ListAsync(InboxState.Failed, null, null, 10, default));
        Assert.Equal(("1", "its content is damaged and cannot be read"), (failed.MessageId, failed.Reason));
        Assert.Null(failed.Message);
        Assert.Equal(InboundDisposition.Duplicate, (await inbox.AcceptAsync(Received.Inbound("1", "broken"), default)).Disposition);
    }

    [Fact]
    public async Task Damaged_messages_behind_and_before_another_are_left_out()
    {
        for (var id = 1; id <= 3; id++)
            await _store.AddAsync(Received.Account, $"{id}", Received.Group($"text {id}"), isEdit: false, default);
        var head = (await _store.HeadsAsync(1, default))[0];
        await _database.WriteAsync(static connection => connection.Execute("UPDATE inbox SET body = '[' WHERE message_id = '2'"));

        Assert.Equal(["1", "3"], (await _store.WaitingAsync(head, 10, default)).Select(static row => row.MessageId));

        await _database.WriteAsync(static connection => connection.Execute("UPDATE inbox SET state = 1 WHERE message_id <> '3'"));
        var last = (await _store.HeadsAsync(1, default))[0];
        Assert.Equal(["1"], (await _store.HeldAsync(last, 10, default)).Select(static row => row.MessageId));
    }

    private AccountInbox Inbox() => new AccountInboxes(
        _store, _signal, new MessageCleaner(_limits), new MediaShelf(Paths(), _limits, _clock), _limits, _clock).Of(Received.Account);

    private StatePaths Paths() => new()
    {
        HomeDirectory = _folder.Path,
        StateDirectory = _folder.Path,
        ConfigFile = Path.Combine(_folder.Path, "openclaw.json"),
        WorkspaceDirectory = _folder.Path,
    };
}
