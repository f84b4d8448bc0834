using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Inbox;

/// <summary>The table of received messages. Times are milliseconds since 1970.</summary>
internal static class InboxSchema
{
    private const string First =
        """
        CREATE TABLE inbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            channel TEXT NOT NULL,
            account TEXT NOT NULL,
            message_id TEXT NOT NULL,
            conversation TEXT NOT NULL,
            urgent INTEGER NOT NULL,
            received_at INTEGER NOT NULL,
            state INTEGER NOT NULL,
            body TEXT,
            run_id TEXT,
            reason TEXT,
            settled_at INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX inbox_by_message ON inbox (channel, account, message_id);
        CREATE INDEX inbox_received ON inbox (channel, account, conversation, urgent, id) WHERE state = 0;
        CREATE INDEX inbox_held ON inbox (channel, account, conversation, id) WHERE state = 1;
        CREATE INDEX inbox_settled ON inbox (settled_at) WHERE settled_at IS NOT NULL;
        """;

    private const string Second = "CREATE INDEX inbox_failed ON inbox (id) WHERE state = 4;";

    public static IReadOnlyList<Migration> Migrations { get; } = [new Migration("inbox", 1, First), new Migration("inbox", 2, Second)];
}
