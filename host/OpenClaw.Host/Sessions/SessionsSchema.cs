using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Sessions;

/// <summary>The tables of the room. Times are milliseconds since 1970.</summary>
internal static class SessionsSchema
{
    private const string First =
        """
        CREATE TABLE sessions (
            key TEXT PRIMARY KEY,
            session_id TEXT NOT NULL UNIQUE,
            agent_id TEXT NOT NULL,
            kind INTEGER NOT NULL,
            is_main INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            last_interaction_at INTEGER,
            last_activity_at INTEGER,
            label TEXT,
            status TEXT,
            started_at INTEGER,
            ended_at INTEGER,
            last_run_id TEXT,
            last_run_error TEXT,
            aborted_last_run INTEGER NOT NULL DEFAULT 0,
            input_tokens INTEGER NOT NULL DEFAULT 0,
            output_tokens INTEGER NOT NULL DEFAULT 0,
            total_tokens INTEGER NOT NULL DEFAULT 0,
            provider TEXT,
            model TEXT
        ) STRICT;
        CREATE INDEX sessions_by_update ON sessions (updated_at DESC);

        CREATE TABLE messages (
            session_id TEXT NOT NULL,
            seq INTEGER NOT NULL,
            id TEXT NOT NULL UNIQUE,
            run_id TEXT,
            role TEXT NOT NULL,
            recorded_at INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (session_id, seq)
        ) STRICT;

        CREATE TABLE runs (
            run_id TEXT PRIMARY KEY,
            session_key TEXT NOT NULL,
            session_id TEXT NOT NULL,
            agent_id TEXT NOT NULL,
            surface INTEGER NOT NULL,
            state INTEGER NOT NULL,
            boot_id TEXT NOT NULL,
            accepted_at INTEGER NOT NULL,
            started_at INTEGER,
            ended_at INTEGER,
            input TEXT NOT NULL,
            outcome TEXT
        ) STRICT;
        CREATE INDEX runs_open ON runs (session_key, accepted_at) WHERE ended_at IS NULL;
        CREATE INDEX runs_by_end ON runs (ended_at) WHERE ended_at IS NOT NULL;
        """;

    private const string Second =
        """
        ALTER TABLE sessions ADD COLUMN lifecycle_revision TEXT NOT NULL DEFAULT '';
        ALTER TABLE sessions ADD COLUMN session_started_at INTEGER;
        ALTER TABLE sessions ADD COLUMN display_name TEXT;
        ALTER TABLE sessions ADD COLUMN category TEXT;
        ALTER TABLE sessions ADD COLUMN parent_key TEXT;
        ALTER TABLE sessions ADD COLUMN archived_at INTEGER;
        ALTER TABLE sessions ADD COLUMN pinned_at INTEGER;
        ALTER TABLE sessions ADD COLUMN read_at INTEGER;
        ALTER TABLE sessions ADD COLUMN marked_unread_at INTEGER;
        ALTER TABLE sessions ADD COLUMN compactions INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE sessions ADD COLUMN first_text TEXT;
        ALTER TABLE sessions ADD COLUMN last_text TEXT;
        ALTER TABLE sessions ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';
        UPDATE sessions SET lifecycle_revision = lower(hex(randomblob(16))), session_started_at = created_at;
        CREATE UNIQUE INDEX sessions_by_label ON sessions (label) WHERE label IS NOT NULL;
        CREATE INDEX sessions_by_parent ON sessions (parent_key) WHERE parent_key IS NOT NULL;

        CREATE TABLE archived_transcripts (
            session_id TEXT PRIMARY KEY,
            session_key TEXT NOT NULL,
            agent_id TEXT NOT NULL,
            reason TEXT NOT NULL,
            archived_at INTEGER NOT NULL
        ) STRICT;
        """;

    private const string Third =
        """
        ALTER TABLE runs ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE runs ADD COLUMN message_seq INTEGER;
        ALTER TABLE runs ADD COLUMN merged_into TEXT;
        CREATE INDEX runs_merged ON runs (merged_into) WHERE merged_into IS NOT NULL AND ended_at IS NULL;
        """;

    private const string Fourth =
        """
        CREATE TABLE compactions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            session_id TEXT NOT NULL,
            first_kept_seq INTEGER NOT NULL,
            summary TEXT NOT NULL,
            cause TEXT NOT NULL,
            tokens_before INTEGER NOT NULL,
            tokens_after INTEGER NOT NULL,
            created_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX compactions_by_session ON compactions (session_id, id);
        """;

    private const string Fifth =
        """
        CREATE INDEX archived_by_key ON archived_transcripts (session_key);
        CREATE INDEX archived_by_time ON archived_transcripts (archived_at);
        """;

    public static IReadOnlyList<Migration> Migrations { get; } =
    [
        new Migration("sessions", 1, First),
        new Migration("sessions", 2, Second),
        new Migration("sessions", 3, Third),
        new Migration("sessions", 4, Fourth),
        new Migration("sessions", 5, Fifth),
        Runs.SessionRoutes.Schema,
    ];
}
