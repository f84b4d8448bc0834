using System.Globalization;
using Microsoft.Data.Sqlite;

namespace OpenClaw.Host.Storage;

/// <summary>Opens connections, every one with the same settings. Pooling stays off: the settings of a pooled one are its last user's.</summary>
internal static class SqliteConnections
{
    private const int BusyTimeoutMilliseconds = 5000;
    private const long WalBytesKept = 64L * 1024 * 1024;

    public static SqliteConnection OpenWriter(string path)
    {
        CreatePrivately(path);
        return Open(path, string.Create(
            CultureInfo.InvariantCulture,
            $"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA journal_size_limit={WalBytesKept};"));
    }

    public static SqliteConnection OpenReader(string path) => Open(path, "PRAGMA query_only=ON;");

    /// <summary>For copying a database. Nothing is written to it, but a connection that may only query may not make the copy either.</summary>
    public static SqliteConnection OpenForCopy(string path) => Open(path, "PRAGMA synchronous=FULL;");

    private static SqliteConnection Open(string path, string settings)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
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
