using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Pairing;

/// <summary>Statements on strangers and on those who were let in.</summary>
internal static class PairingSql
{
    private const string Columns = "SELECT channel, account, sender, code, created_at, last_seen_at, meta, chat, thread FROM channel_pairing_requests";

    public static PairingRequest? Find(SqliteConnection connection, string channel, string account, string sender) =>
        connection.Query(
            $"{Columns} WHERE channel = $channel AND account = $account AND sender = $sender",
            Read,
            ("$channel", channel),
            ("$account", account),
            ("$sender", sender)).FirstOrDefault();

    /// <summary>Requests in force, the oldest first.</summary>
    public static IReadOnlyList<PairingRequest> Since(SqliteConnection connection, long since) =>
        connection.Query($"{Columns} WHERE created_at > $since ORDER BY created_at, sender", Read, ("$since", since));

    public static void Add(SqliteConnection connection, PairingRequest request) => connection.Execute(
        """
        INSERT INTO channel_pairing_requests (channel, account, sender, code, created_at, last_seen_at, meta, chat, thread)
        VALUES ($channel, $account, $sender, $code, $created, $seen, $meta, $chat, $thread)
        """,
        ("$channel", request.Channel),
        ("$account", request.AccountId),
        ("$sender", request.SenderId),
        ("$code", request.Code),
        ("$created", request.CreatedAt),
        ("$seen", request.LastSeenAt),
        ("$meta", JsonSerializer.Serialize(request.Meta, ChannelsJsonContext.Default.IReadOnlyDictionaryStringString)),
        ("$chat", request.ChatId),
        ("$thread", request.ThreadId));

    public static void Seen(SqliteConnection connection, PairingRequest request, long at) => connection.Execute(
        "UPDATE channel_pairing_requests SET last_seen_at = $at WHERE channel = $channel AND account = $account AND sender = $sender",
        ("$channel", request.Channel),
        ("$account", request.AccountId),
        ("$sender", request.SenderId),
        ("$at", at));

    /// <returns>False when somebody else was faster.</returns>
    public static bool Remove(SqliteConnection connection, PairingRequest request) => connection.Execute(
        "DELETE FROM channel_pairing_requests WHERE channel = $channel AND account = $account AND sender = $sender AND code = $code",
        ("$channel", request.Channel),
        ("$account", request.AccountId),
        ("$sender", request.SenderId),
        ("$code", request.Code)) == 1;

    public static void Expire(SqliteConnection connection, long before) =>
        connection.Execute("DELETE FROM channel_pairing_requests WHERE created_at <= $before", ("$before", before));

    public static bool IsAllowed(SqliteConnection connection, string channel, string account, string sender) =>
        connection.Scalar<long>(
            "SELECT count(*) FROM channel_allowed_senders WHERE channel = $channel AND account = $account AND sender = $sender",
            ("$channel", channel),
            ("$account", account),
            ("$sender", sender)) > 0;

    public static long CountAllowed(SqliteConnection connection, string channel, string account) =>
        connection.Scalar<long>(
            "SELECT count(*) FROM channel_allowed_senders WHERE channel = $channel AND account = $account",
            ("$channel", channel),
            ("$account", account));

    public static void Allow(SqliteConnection connection, PairingRequest request, long at) => connection.Execute(
        "INSERT INTO channel_allowed_senders (channel, account, sender, allowed_at) VALUES ($channel, $account, $sender, $at) ON CONFLICT DO NOTHING",
        ("$channel", request.Channel),
        ("$account", request.AccountId),
        ("$sender", request.SenderId),
        ("$at", at));

    private static PairingRequest Read(SqliteDataReader row) => new()
    {
        Channel = row.GetString(0),
        AccountId = row.GetString(1),
        SenderId = row.GetString(2),
        Code = row.GetString(3),
        CreatedAt = row.GetInt64(4),
        LastSeenAt = row.GetInt64(5),
        Meta = JsonSerializer.Deserialize(row.GetString(6), ChannelsJsonContext.Default.IReadOnlyDictionaryStringString)!,
        ChatId = row.Text(7),
        ThreadId = row.Text(8),
    };
}
