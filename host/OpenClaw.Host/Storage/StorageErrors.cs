using Microsoft.Data.Sqlite;

namespace OpenClaw.Host.Storage;

/// <summary>Turns SQLite's codes for trouble with the file itself into a sentence that names the file and the way out.</summary>
internal static class StorageErrors
{
    private const int Perm = 3;
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>Whether the error is about the file and not about the statement.</summary>
    public static bool IsAboutTheFile(SqliteException error) =>
        error.SqliteErrorCode is Perm or Busy or ReadOnly or IoError or Corrupt or Full or CannotOpen or NotADatabase;

    public static StorageException Describe(string path, SqliteException error) => new($"{Sentence(path, error)} ({error.Message})", error)
    {
        Reason = ReasonOf(error),
        IsTemporary = error.SqliteErrorCode is not (Corrupt or NotADatabase),
    };

    public static StorageException Damaged(string path, string findings) => new($"{DamagedSentence(path)} (quick_check: {findings})");

    private static string ReasonOf(SqliteException error) => error.SqliteErrorCode switch
    {
        Corrupt or NotADatabase => "its database is damaged",
        Full => "its disk is full",
        ReadOnly or Perm => "its database cannot be written",
        Busy => "its database is locked by another process",
        CannotOpen => "its database cannot be opened",
        _ => "its disk does not work",
    };

    private static string Sentence(string path, SqliteException error) => error.SqliteErrorCode switch
    {
        Corrupt => DamagedSentence(path),
        NotADatabase => $"The file '{path}' is not a SQLite database, or its beginning is damaged: stop the gateway and run \"openclaw doctor --fix\", "
            + "or restore a backup in its place; it was left as it is.",
        Full => $"The disk or quota that holds the database '{path}' is full: free some space; nothing stored earlier is lost. \"openclaw doctor\" shows how much is left.",
        ReadOnly or Perm => $"The database '{path}' cannot be written: give this user write permission on the file and its directory, "
            + "or mount its file system for writing. \"openclaw doctor\" shows what it finds.",
        CannotOpen => $"The database '{path}' cannot be opened: check that its directory exists and that this user may read and write there. \"openclaw doctor\" shows what it finds.",
        Busy => $"The database '{path}' is locked by another process: stop the program that holds it and try again. \"openclaw doctor\" shows what it finds.",
        IoError => $"Reading or writing the database '{path}' failed in the file system: check the disk and the system log, then run \"openclaw doctor\".",
        _ => $"The database '{path}' failed: run \"openclaw doctor\".",
    };

    private static string DamagedSentence(string path) =>
        $"The database '{path}' is damaged: stop the gateway and run \"openclaw doctor --fix\", which saves what can be read and keeps the damaged file, "
        + "or restore a backup; it was left as it is.";
}
