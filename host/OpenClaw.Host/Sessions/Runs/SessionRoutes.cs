using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Sessions.Runs;

/// <summary>Where each session was last spoken to from a channel; what nobody asked for goes there too. Survives a reset.</summary>
internal sealed class SessionRoutes(SqliteDatabase database)
{
    public static Migration Schema { get; } = new(
        "session-routes",
        1,
        """
        CREATE TABLE session_routes (
            session_key TEXT PRIMARY KEY,
            route TEXT NOT NULL,
            updated_at INTEGER NOT NULL
        ) STRICT;
        """);

    public ValueTask<ReplyRoute?> OfAsync(string sessionKey, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => Of(connection, sessionKey), cancellationToken);

    /// <summary>Keeps the way back of a message of a person; the message itself is not answered by what comes later.</summary>
    public static void Note(SqliteConnection connection, string sessionKey, RunInput input, long now)
    {
        if (input is not { Route: { } route, IsBackground: false })
            return;
        var kept = route with { ReplyToMessageId = null, IsBatch = false, TellsFailures = false };
        connection.Execute(
            """
            INSERT INTO session_routes (session_key, route, updated_at) VALUES ($key, $route, $now)
            ON CONFLICT (session_key) DO UPDATE SET route = $route, updated_at = $now
            """,
            ("$key", sessionKey),
            ("$route", JsonSerializer.Serialize(kept, RunJsonContext.Default.ReplyRoute)),
            ("$now", now));
    }

    public static void Forget(SqliteConnection connection, string sessionKey) =>
        connection.Execute("DELETE FROM session_routes WHERE session_key = $key", ("$key", sessionKey));

    private static ReplyRoute? Of(SqliteConnection connection, string sessionKey) =>
        connection.Scalar<string>("SELECT route FROM session_routes WHERE session_key = $key", ("$key", sessionKey)) is { } stored
            ? JsonSerializer.Deserialize(stored, RunJsonContext.Default.ReplyRoute)
            : null;
}
