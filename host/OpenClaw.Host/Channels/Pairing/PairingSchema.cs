using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Pairing;

/// <summary>The tables of strangers who asked to be let in, and of those who were.</summary>
internal static class PairingSchema
{
    private const string First =
        """
        CREATE TABLE channel_pairing_requests (
            channel TEXT NOT NULL,
            account TEXT NOT NULL,
            sender TEXT NOT NULL,
            code TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            last_seen_at INTEGER NOT NULL,
            meta TEXT NOT NULL,
            PRIMARY KEY (channel, account, sender)
        ) STRICT;
        CREATE UNIQUE INDEX channel_pairing_codes ON channel_pairing_requests (channel, code);

        CREATE TABLE channel_allowed_senders (
            channel TEXT NOT NULL,
            account TEXT NOT NULL,
            sender TEXT NOT NULL,
            allowed_at INTEGER NOT NULL,
            PRIMARY KEY (channel, account, sender)
        ) STRICT;
        """;

    // Where the stranger wrote: what is said to it later goes there.
    private const string Second =
        """
        ALTER TABLE channel_pairing_requests ADD COLUMN chat TEXT;
        ALTER TABLE channel_pairing_requests ADD COLUMN thread TEXT;
        """;

    public static IReadOnlyList<Migration> Migrations { get; } =
        [new Migration("channel-pairing", 1, First), new Migration("channel-pairing", 2, Second)];
}
