using System.Globalization;
using Microsoft.Data.Sqlite;

namespace OpenClaw.Host.Storage.Salvage;

/// <summary>
/// Saves what can be read of a damaged database into a new one. The damaged files are copied aside first and nothing works on the
/// originals, so that whatever comes of it, somebody with better tools can begin again where this did.
/// </summary>
internal sealed class DatabaseSalvage(StatePaths paths, IReadOnlyList<Migration> migrations, TimeProvider time)
{
    public const string QuarantineFolder = "quarantine";

    private const int NotADatabase = 26;

    private static readonly string[] SideFiles = ["-wal", "-shm"];

    /// <exception cref="StorageException">Nothing could be saved; the files are as they were.</exception>
    public SalvageReport Run()
    {
        var quarantine = Quarantine(paths, time);
        foreach (var suffix in (string[])["", .. SideFiles.Where(suffix => File.Exists(paths.DatabaseFile + suffix))])
            CopyWhole(paths.DatabaseFile + suffix, Path.Combine(quarantine, StatePaths.DatabaseName + suffix));
        DirectoryFlush.Flush(quarantine);

        var staging = Path.Combine(quarantine, "working-copy");
        StatePaths.CreatePrivate(staging);
        try
        {
            var source = Path.Combine(staging, "damaged.db");
            foreach (var suffix in (string[])["", "-wal"])
            {
                if (File.Exists(paths.DatabaseFile + suffix))
                    File.Copy(paths.DatabaseFile + suffix, source + suffix);
            }

            var result = Path.Combine(staging, "saved.db");
            var tables = Copy(source, result);
            Replace(result);
            return new SalvageReport(quarantine, tables);
        }
        catch (SqliteException error)
        {
            throw new StorageException($"Nothing could be saved of '{paths.DatabaseFile}' ({error.Message}). It is as it was; restore a backup in its place.", error);
        }
        finally
        {
            Directory.Delete(staging, recursive: true);
        }
    }

    /// <summary>A folder with the time in its name for what a repair takes out of the way.</summary>
    public static string Quarantine(StatePaths paths, TimeProvider time)
    {
        var name = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH-mm-ss.fff'Z'", CultureInfo.InvariantCulture);
        var folder = Path.Combine(paths.StateDirectory, QuarantineFolder, name);
        StatePaths.CreatePrivate(folder);
        return folder;
    }

    private List<SalvagedTable> Copy(string source, string result)
    {
        using var from = OpenDamaged(source);
        using var to = SqliteConnections.OpenWriter(result);

        // What the rows mean is for the program that wrote them: the tables are made as it had them, later steps run at the next start.
        new MigrationRunner(KnownThen(from)).Run(to, result, time);
        to.Execute("PRAGMA foreign_keys=OFF");
        using var transaction = to.BeginTransaction();
        var tables = to.Query(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'schema_versions' ORDER BY name", static row => row.GetString(0));
        var saved = tables.Select(table => new TableSalvage(from, to, table).Run()).ToList();
        KeepNumbering(from, to);
        transaction.Commit();
        var findings = to.Query("PRAGMA integrity_check(3)", static row => row.GetString(0));
        return findings is ["ok"] ? saved : throw new StorageException($"The new database is not sound: {string.Join("; ", findings)}. Nothing was changed.");
    }

    private static SqliteConnection OpenDamaged(string source)
    {
        HeaderRepair.Lengthen(source);
        try
        {
            return OpenAndTouch(source);
        }
        catch (SqliteException error) when (error.SqliteErrorCode == NotADatabase)
        {
            HeaderRepair.Apply(source);
            return OpenAndTouch(source);
        }
    }

    private static SqliteConnection OpenAndTouch(string source)
    {
        var connection = SqliteConnections.OpenReader(source);
        try
        {
            connection.Scalar<long>("SELECT count(*) FROM sqlite_schema");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private IEnumerable<Migration> KnownThen(SqliteConnection from)
    {
        try
        {
            var versions = from.Query("SELECT room, max(version) FROM schema_versions GROUP BY room", static row => (row.GetString(0), row.GetInt64(1)))
                .ToDictionary(static row => row.Item1, static row => row.Item2);
            if (versions.Count > 0)
                return migrations.Where(step => step.Version <= versions.GetValueOrDefault(step.Room));
        }
        catch (SqliteException)
        {
            // Not readable either: the tables are made as they are today.
        }

        return migrations;
    }

    // Numbers that were given are never given again, also when the rows that had them are lost.
    private static void KeepNumbering(SqliteConnection from, SqliteConnection to)
    {
        try
        {
            foreach (var (name, last) in from.Query("SELECT name, seq FROM sqlite_sequence", static row => (row.GetString(0), row.GetInt64(1))))
            {
                if (to.Execute("UPDATE sqlite_sequence SET seq = max(seq, $last) WHERE name = $name", ("$name", name), ("$last", last)) == 0)
                    to.Execute("INSERT INTO sqlite_sequence (name, seq) VALUES ($name, $last)", ("$name", name), ("$last", last));
            }
        }
        catch (SqliteException)
        {
            // The numbers of the rows that were saved count.
        }
    }

    private void Replace(string result)
    {
        // A log left beside the new file would be played into it; what it holds lies in the quarantine.
        foreach (var suffix in SideFiles)
            File.Delete(paths.DatabaseFile + suffix);
        File.Move(result, paths.DatabaseFile, overwrite: true);
        DirectoryFlush.Flush(paths.StateDirectory);
    }

    private static void CopyWhole(string source, string target)
    {
        File.Copy(source, target);
        using var copy = new FileStream(target, FileMode.Open, FileAccess.ReadWrite);
        copy.Flush(flushToDisk: true);
    }
}
