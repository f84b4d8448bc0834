using OpenClaw.Host.Agents.SystemEvents;
using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Channels.Outbox.Store;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Reactions;

/// <summary>
/// Makes reactions of people a note that the session is shown with its next turn. They pass the gate of a message, and wake nobody.
/// </summary>
internal sealed class ReactionDesk(SqliteDatabase database, InboxStore store, ChannelBoard board, TimeProvider time)
{
    private const string Reason = "reaction";

    /// <param name="row">The reaction.</param>
    /// <param name="session">Where messages of that chat go.</param>
    /// <param name="verdict">What was decided about its sender.</param>
    /// <param name="cancellationToken">Gives up before, never in the middle.</param>
    public async ValueTask SettleAsync(InboxRow row, SessionAddress? session, Verdict verdict, CancellationToken cancellationToken)
    {
        var reaction = row.Message.Reaction!;
        var scope = board.AccountOf(row.Account.Channel, row.Account.Account).Settings.Choice<ReactionScope>("reactionNotifications") ?? ReactionScope.Own;
        if (verdict.Kind is not (VerdictKind.Turn or VerdictKind.Hold) || scope == ReactionScope.Off)
        {
            await store.SettleAsync(row, InboxState.Dropped, verdict.Reason.Length > 0 ? verdict.Reason : Reason, cancellationToken);
            return;
        }

        var sent = await database.ReadAsync(
            connection => SentMessageSql.SessionOf(connection, row.Account.Channel, row.Account.Account, row.Message.ChatId, reaction.MessageId), cancellationToken);
        var isOwn = reaction.ToAccount ?? sent is not null;
        // The session that said it is told, also where its topic is not known from the reaction.
        var key = sent is { Length: > 0 } said ? said : session?.Key;
        var text = ReactionText.Of(row.Account.Channel, row.Message, reaction, isOwn);
        if (key is null || text is null || (scope == ReactionScope.Own && !isOwn))
            await store.SettleAsync(row, InboxState.Dropped, Reason, cancellationToken);
        else
            await store.SettleAsync(row, InboxState.Turned, Reason, connection => SystemEventSql.Add(connection, key, text, wake: false, time.UnixMs), cancellationToken);
    }
}
