using Microsoft.Data.Sqlite;

namespace OpenClaw.Host.Storage;

/// <summary>Brings each room's tables to the version this build knows, all rooms in one transaction, and refuses a newer schema.</summary>
internal sealed class MigrationRunner
{
    private readonly Dictionary<string, Migration[]> _rooms;

    public MigrationRunner(IEnumerable<Migration> migrations)
    {
        _rooms = migrations.GroupBy(m => m.Room, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(m => m.Version).ToArray(), StringComparer.Ordinal);
        foreach (var (room, steps) in _rooms)
        {
            for (var i = 0; i < steps.Length; i++)
            {
                if (steps[i].Version != i + 1)
                {
                    throw new ArgumentException(
                        $"Migrations of room '{room}' must count 1, 2, 3: found {steps[i].Version} where {i + 1} belongs.", nameof(migrations));
                }
            }
        }
    }

    public void Run(SqliteConnection connection, string path, TimeProvider time)
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute(
            "CREATE TABLE IF NOT EXISTS schema_versions "
            + "(room TEXT NOT NULL, version INTEGER NOT NULL, applied_at INTEGER NOT NULL, PRIMARY KEY (room, version)) WITHOUT ROWID");
        foreach (var (room, steps) in _rooms)
        {
            var stored = connection.Scalar<long>("SELECT max(version) FROM schema_versions WHERE room = $room", ("$room", room));
            if (stored > steps.Length)
            {
                throw new StorageException(
                    $"The database '{path}' was written by a newer version: its '{room}' tables are at version {stored}, "
                    + $"this program knows {steps.Length}. Install the newer version, or set OPENCLAW_STATE_DIR to another directory.");
            }

            foreach (var step in steps.Skip((int)stored))
            {
                Apply(connection, path, step, time);
            }
        }

        transaction.Commit();
    }

    private static void Apply(SqliteConnection connection, string path, Migration step, TimeProvider time)
    {
        try
        {
            connection.Execute(step.Sql);
        }
        catch (SqliteException error) when (!StorageErrors.IsAboutTheFile(error))
        {
            throw new StorageException(
                $"Migration {step.Version} of '{step.Room}' failed on the database '{path}', which was left at its old version: {error.Message}",
                error);
        }

        connection.Execute(
            "INSERT INTO schema_versions (room, version, applied_at) VALUES ($room, $version, $at)",
            ("$room", step.Room),
            ("$version", step.Version),
            ("$at", time.GetUtcNow().ToUnixTimeMilliseconds()));
    }
}
