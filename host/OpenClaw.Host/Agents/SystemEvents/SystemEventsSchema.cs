using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Agents.SystemEvents;

/// <summary>The table of events that wait for a session's next turn.</summary>
internal static class SystemEventsSchema
{
    private const string First =
        """
        CREATE TABLE system_events (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            session_key TEXT NOT NULL,
            text TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            wake INTEGER NOT NULL,
            lost INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX system_events_by_session ON system_events (session_key, id);
        CREATE INDEX system_events_that_wake ON system_events (session_key) WHERE wake = 1;
        """;

    public static IReadOnlyList<Migration> Migrations { get; } = [new Migration("system-events", 1, First)];
}
