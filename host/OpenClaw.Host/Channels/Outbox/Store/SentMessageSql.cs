using Microsoft.Data.Sqlite;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Outbox.Store;

/// <summary>Finds what was sent by the id that the platform gave it.</summary>
internal static class SentMessageSql
{
    // People react to what they have just read; further back nobody looks.
    private const int Newest = 2_000;

    /// <returns>The session that said it, empty where none did; null where the account did not send it.</returns>
    public static string? SessionOf(SqliteConnection connection, string channel, string account, string chatId, string messageId) =>
        connection.Query(
            $"""
            SELECT session_key FROM (SELECT * FROM outbox ORDER BY id DESC LIMIT {Newest}) sent
            WHERE channel = $channel AND account = $account
                AND (destination = $chat OR chat_id = $chat OR substr(destination, 1, length($chat) + 1) = $chat || char(10))
                AND EXISTS (SELECT 1 FROM json_each(sent.message_ids) WHERE json_each.value = $message)
            LIMIT 1
            """,
            static row => row.Text(0) ?? "",
            ("$channel", channel),
            ("$account", account),
            ("$chat", chatId),
            ("$message", messageId)).FirstOrDefault();
}
