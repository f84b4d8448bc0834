using System.Globalization;
using Microsoft.Data.Sqlite;

namespace OpenClaw.Host.Storage;

/// <summary>Opens connections, every one with the same settings. Pooling stays off: the settings of a pooled one are its last user's.</summary>
internal static class SqliteConnections
{
    public const int BusyTimeoutMilliseconds = 5000;
    public const long WalBytesKept = 64L * 1024 * 1024;
    private const int CannotOpen = 14;

    public static SqliteConnection OpenWriter(string path)
    {
        CreatePrivately(path);

        // Of use to a new file alone, and a write to any other: one that has pages keeps its form until it is rewritten.
        var form = new FileInfo(path).Length == 0 ? "PRAGMA auto_vacuum=INCREMENTAL; " : "";
        return Open(path, string.Create(
            CultureInfo.InvariantCulture,
            $"{form}PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA journal_size_limit={WalBytesKept};"));
    }

    public static SqliteConnection OpenReader(string path) => Open(path, "PRAGMA query_only=ON;");

    /// <summary>For copying a database. Nothing is written to it, but a connection that may only query may not make the copy either.</summary>
    public static SqliteConnection OpenForCopy(string path) => Open(path, "PRAGMA synchronous=FULL;");

    /// <summary>For looking at a database that may be damaged or belong to a running gateway: nothing in its folder changes.</summary>
    public static SqliteConnection OpenForInspection(string path)
    {
        try
        {
            return Open(path, "PRAGMA query_only=ON;", SqliteOpenMode.ReadOnly);
        }
        catch (SqliteException error) when (error.SqliteErrorCode == CannotOpen && !File.Exists(path + "-wal"))
        {
            // Even a reader wants a side file. Where none can be made and nobody writes, the file alone is the whole database.
            return Open($"file:{Uri.EscapeDataString(path)}?immutable=1", "PRAGMA query_only=ON;", SqliteOpenMode.ReadOnly);
        }
    }

    private static SqliteConnection Open(string path, string settings, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = BusyTimeoutMilliseconds / 1000,
        }.ToString());
        try
        {
            connection.Open();
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout={BusyTimeoutMilliseconds};"));
            connection.Execute(settings);
            connection.Execute("PRAGMA foreign_keys=ON;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // SQLite gives its side files the rights of the database, so the database itself is created for its owner alone.
    private static void CreatePrivately(string path)
    {
        if (File.Exists(path))
        {
            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(path, options).Dispose();
    }
}
