using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Outbox.Store;

/// <summary>
/// Statements that move a row on. Each may run twice for the same step, because a write that was reported as failed may have
/// reached the disk: the second time it changes nothing.
/// </summary>
internal static class OutboxStepSql
{
    private const string IsAsleep =
        "ended_at IS NULL AND channel = $channel AND account = $account AND state = 0 AND due_at > $now AND code IN ($down, $unlinked)";

    /// <summary>Writes down that a part is about to be handed over. False when the row is not there to be sent.</summary>
    public static bool Attempt(
        SqliteConnection connection, long id, int part, string bootId, bool repeatable, IReadOnlyList<OutboundPart> plan, long now) =>
        connection.Execute(
            """
            UPDATE outbox SET state = 1, boot_id = $boot, repeatable = $repeatable, plan = $plan, parts = $parts,
                attempts = attempts + (state = 0)
            WHERE id = $id AND parts_sent = $part AND ended_at IS NULL AND expires_at > $now
                AND (state = 0 OR (state = 1 AND boot_id = $boot))
            """,
            ("$boot", bootId),
            ("$repeatable", repeatable ? 1 : 0),
            ("$plan", plan.Count == 1 && plan[0].File is null ? null : JsonSerializer.Serialize(plan, OutboxJsonContext.Default.IReadOnlyListOutboundPart)),
            ("$parts", plan.Count),
            ("$id", id),
            ("$part", part),
            ("$now", now)) == 1;

    /// <summary>A part arrived. The next one is written down as attempted at once, in the same transaction.</summary>
    public static void Arrived(SqliteConnection connection, long id, int part, bool isLast, IReadOnlyList<string> messageIds, string? chatId, long now) =>
        connection.Execute(
            """
            UPDATE outbox SET parts_sent = $part + 1, message_ids = $ids, chat_id = coalesce($chat, chat_id), attempts = iif($last, attempts, 1),
                state = iif($last, 2, 1), ended_at = iif($last, $now, NULL), content = iif($last, '', content), plan = iif($last, NULL, plan),
                code = NULL, reason = NULL
            WHERE id = $id AND parts_sent = $part AND state = 1
            """,
            ("$part", part),
            ("$last", isLast ? 1 : 0),
            ("$ids", JsonSerializer.Serialize(messageIds, OutboxJsonContext.Default.IReadOnlyListString)),
            ("$chat", chatId),
            ("$now", now),
            ("$id", id));

    /// <summary>Nothing was sent, or it may be sent again: the part waits.</summary>
    public static void Wait(SqliteConnection connection, long id, int part, long dueAt, string code, string reason, bool counts) =>
        connection.Execute(
            """
            UPDATE outbox SET state = 0, boot_id = NULL, due_at = $due, code = $code, reason = $reason, attempts = max(0, attempts - $back)
            WHERE id = $id AND parts_sent = $part AND state = 1
            """,
            ("$due", dueAt),
            ("$code", code),
            ("$reason", reason),
            ("$back", counts ? 0 : 1),
            ("$id", id),
            ("$part", part));

    /// <summary>Ends a row without success.</summary>
    public static void End(SqliteConnection connection, long id, OutboxState state, string code, string reason, long now) =>
        connection.Execute(
            "UPDATE outbox SET state = $state, ended_at = $now, code = $code, reason = $reason, boot_id = NULL WHERE id = $id AND ended_at IS NULL",
            ("$state", (int)state),
            ("$now", now),
            ("$code", code),
            ("$reason", reason),
            ("$id", id));

    /// <summary>A dead row waits again; the parts the platform has stay as they are.</summary>
    public static int Revive(SqliteConnection connection, long id, TimeSpan lifetime, long now) =>
        connection.Execute(
            """
            UPDATE outbox SET state = 0, ended_at = NULL, attempts = 0, due_at = $now, expires_at = $expires, code = NULL, reason = NULL
            WHERE id = $id AND state IN (3, 4, 5)
            """,
            ("$id", id),
            ("$now", now),
            ("$expires", now + (long)lifetime.TotalMilliseconds));

    public static long CountAsleep(SqliteConnection connection, string channel, string accountId, long now) =>
        connection.Scalar<long>(
            $"SELECT count(*) FROM outbox WHERE {IsAsleep}",
            ("$now", now),
            ("$channel", channel),
            ("$account", accountId),
            ("$down", OutboxCodes.AccountDown),
            ("$unlinked", OutboxCodes.NotLinked));

    /// <summary>What waits for an account may go at once.</summary>
    public static int Wake(SqliteConnection connection, string channel, string accountId, long now) =>
        connection.Execute(
            $"UPDATE outbox SET due_at = $now WHERE {IsAsleep}",
            ("$now", now),
            ("$channel", channel),
            ("$account", accountId),
            ("$down", OutboxCodes.AccountDown),
            ("$unlinked", OutboxCodes.NotLinked));
}
