using OpenClaw.Channels;
using OpenClaw.Host.Agents.Commands;
using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Configuration;

namespace OpenClaw.Host.Channels.Turns;

/// <summary>Puts messages that one person writes in quick succession together into one turn.</summary>
internal sealed class TurnBatch(InboxStore store, IConfigSource configuration, ChannelBoard board, TimeProvider time)
{
    private const int MaxMessages = 12;
    private const int MaxCharacters = 50_000;
    private const int LongText = 4_000;
    private static readonly TimeSpan AfterLongText = TimeSpan.FromMilliseconds(1_500);
    private static readonly TimeSpan AfterPicture = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterForwarded = TimeSpan.FromMilliseconds(80);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(7_500);

    /// <returns>The messages of the turn that begins with the given one, or how long to wait for more.</returns>
    public async ValueTask<(IReadOnlyList<InboxRow> Rows, TimeSpan? Wait)> GatherAsync(InboxRow head, CancellationToken cancellationToken)
    {
        var usual = WindowOf(head.Account.Channel);
        if (AlbumOf(head) is null && (usual <= TimeSpan.Zero || !CanJoin(head, head)))
            return ([head], null);
        var rows = (await store.WaitingAsync(head, MaxMessages + 1, cancellationToken)).TakeWhile(row => CanJoin(head, row)).ToList();
        var window = AlbumOf(head) is null ? WindowAfter(rows[^1].Message, usual) : Longer(usual, AfterPicture);
        var full = rows.Count > MaxMessages || rows.Sum(static row => row.Message.Text.Length) > MaxCharacters;
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var quiet = TimeSpan.FromMilliseconds(now - rows[^1].ReceivedAt);
        var waited = TimeSpan.FromMilliseconds(now - head.ReceivedAt);
        // A clock that was set back must not hold a message up.
        if (!full && quiet < window && waited < LongestWait && quiet >= TimeSpan.Zero)
            return ([], Shorter(window - quiet, LongestWait - waited));
        return (Bounded(rows), null);
    }

    private TimeSpan WindowOf(string channel)
    {
        var inbound = configuration.Current.Raw.Member("messages").Member("inbound");
        var ms = inbound.Member("byChannel").Integer(channel) ?? inbound.Integer("debounceMs");
        return ms is { } set ? TimeSpan.FromMilliseconds(Math.Clamp(set, 0, 60_000)) : board.Find(channel)?.GathersFor ?? TimeSpan.Zero;
    }

    // Apps cut a long text into several messages; what is passed on comes all at once.
    private static TimeSpan WindowAfter(ReceivedMessage last, TimeSpan usual) =>
        last.Text.Length >= LongText ? Longer(usual, AfterLongText)
        : (last.Facts ?? default).Flag("forwarded") == true ? Shorter(usual, AfterForwarded)
        : usual;

    private bool CanJoin(InboxRow head, InboxRow row) => AlbumOf(head) is { } album ? AlbumOf(row) == album : IsText(head, row);

    // Pictures that were sent as one may come one by one.
    private static string? AlbumOf(InboxRow row) => (row.Message.Facts ?? default).Text("album");

    private bool IsText(InboxRow head, InboxRow row) =>
        row.Message.SenderId == head.Message.SenderId
        && row.Message.Reaction is null
        && row.Message.Media.Count == 0
        && row.Message.Text.Length > 0
        && CommandLine.Parse(row.Message.Text, configuration.Current.Session.ResetTriggers) is null;

    private static List<InboxRow> Bounded(List<InboxRow> rows)
    {
        var length = 0;
        var kept = rows.Take(MaxMessages).TakeWhile(row => (length += row.Message.Text.Length) <= MaxCharacters).ToList();
        return kept.Count > 0 ? kept : [rows[0]];
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
