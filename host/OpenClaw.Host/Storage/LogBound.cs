using Microsoft.Data.Sqlite;

namespace OpenClaw.Host.Storage;

/// <summary>
/// Keeps the write-ahead log from growing for ever. SQLite empties it by itself only in a moment without readers that need it, and
/// where one reader always follows another there is none; past the limit the writer makes such a moment.
/// </summary>
internal sealed class LogBound(SqliteConnection connection, string path, long mostBytes = SqliteConnections.WalBytesKept)
{
    // A look at the file costs little, and less than that when it is rare.
    private const int CommitsBetweenLooks = 64;

    // Readers take milliseconds; for one that takes longer (a backup) the next look is soon enough.
    private const int PatienceMilliseconds = 200;

    private int _commits;

    /// <summary>Called after a commit, when everybody has been answered.</summary>
    public void Committed()
    {
        if (++_commits < CommitsBetweenLooks)
            return;
        _commits = 0;
        var log = new FileInfo(path + "-wal");
        if (log.Exists && log.Length > mostBytes)
            Empty();
    }

    private void Empty()
    {
        try
        {
            connection.Execute($"PRAGMA busy_timeout={PatienceMilliseconds}");
            connection.Query("PRAGMA wal_checkpoint(TRUNCATE)", static row => row.GetInt64(0));
        }
        catch (SqliteException)
        {
            // A disk that is full shows at the next write; the log stays whole.
        }
        finally
        {
            connection.Execute($"PRAGMA busy_timeout={SqliteConnections.BusyTimeoutMilliseconds}");
        }
    }
}
