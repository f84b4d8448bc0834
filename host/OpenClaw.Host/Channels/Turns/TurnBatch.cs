using OpenClaw.Channels;
using OpenClaw.Host.Agents.Commands;
using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Configuration;

namespace OpenClaw.Host.Channels.Turns;

/// <summary>Puts messages that one person writes in quick succession together into one turn.</summary>
internal sealed class TurnBatch(InboxStore store, IConfigSource configuration, TimeProvider time)
{
    private const int MaxMessages = 12;
    private const int MaxCharacters = 50_000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(7_500);

    /// <returns>The messages of the turn that begins with the given one, or how long to wait for more.</returns>
    public async ValueTask<(IReadOnlyList<InboxRow> Rows, TimeSpan? Wait)> GatherAsync(InboxRow head, CancellationToken cancellationToken)
    {
        var window = WindowOf(head.Account.Channel);
        if (window <= TimeSpan.Zero || !CanJoin(head, head))
            return ([head], null);
        var rows = (await store.WaitingAsync(head, MaxMessages + 1, cancellationToken)).TakeWhile(row => CanJoin(head, row)).ToList();
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
        var ms = inbound.Member("byChannel").Integer(channel) ?? inbound.Integer("debounceMs") ?? 0;
        return TimeSpan.FromMilliseconds(Math.Clamp(ms, 0, 60_000));
    }

    private bool CanJoin(InboxRow head, InboxRow row) =>
        row.Message.SenderId == head.Message.SenderId
        && row.Message.Media.Count == 0
        && row.Message.Text.Length > 0
        && CommandLine.Parse(row.Message.Text, configuration.Current.Session.ResetTriggers) is null;

    private static List<InboxRow> Bounded(List<InboxRow> rows)
    {
        var length = 0;
        var kept = rows.Take(MaxMessages).TakeWhile(row => (length += row.Message.Text.Length) <= MaxCharacters).ToList();
        return kept.Count > 0 ? kept : [rows[0]];
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
