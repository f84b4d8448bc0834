using Microsoft.Data.Sqlite;
using OpenClaw.Host.Hosting;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Storage.Salvage;

namespace OpenClaw.Host.Cli.Commands.Doctor.Checks;

/// <summary>The database: whether it opens, whether its pages are sound, and whether its rows agree with each other.</summary>
internal static class DatabaseLook
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;
    private const long MuchSpace = 64L * 1024 * 1024;

    public static IReadOnlyList<DoctorFinding> Of(DoctorContext context)
    {
        var path = context.Paths.DatabaseFile;
        if (!File.Exists(path))
            return [DoctorFinding.Info("there is no database yet") with { Path = path }];
        try
        {
            using var connection = SqliteConnections.OpenForInspection(path);
            var findings = connection.Query(context.IsDeep ? "PRAGMA integrity_check(5)" : "PRAGMA quick_check(5)", static row => row.GetString(0));
            return findings is ["ok"] ? [.. References(connection, context), .. Space(connection, context)] : [Damaged(context, string.Join("; ", findings))];
        }
        catch (SqliteException error)
        {
            return [error.SqliteErrorCode is Corrupt or NotADatabase ? Damaged(context, error.Message) : Unreadable(context, error)];
        }
    }

    private static DoctorFinding Damaged(DoctorContext context, string what) => DoctorFinding.Error($"the database is damaged ({what})") with
    {
        Path = context.Paths.DatabaseFile,
        FixHint = "\"openclaw doctor --fix\" saves what can be read into a new database and keeps the damaged one; where there is a backup, "
            + "\"openclaw backup restore\" may give more.",
        Repair = DoctorRepair.Of(
            $"save what can be read into a new database, and move the damaged one to {DatabaseSalvage.QuarantineFolder}/",
            () => new DatabaseSalvage(context.Paths, KnownMigrations.All, context.Time).Run().ToString()) with
        { IsChoice = true },
    };

    private static DoctorFinding Unreadable(DoctorContext context, SqliteException error) =>
        DoctorFinding.Error(StorageErrors.Describe(context.Paths.DatabaseFile, error).Message) with { Path = context.Paths.DatabaseFile };

    private static IEnumerable<DoctorFinding> References(SqliteConnection connection, DoctorContext context)
    {
        var broken = connection.Query(
            "SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY \"table\"", static row => (Table: row.GetString(0), Rows: row.GetInt64(1)));
        foreach (var (table, rows) in broken)
        {
            yield return DoctorFinding.Error($"{rows} rows belong to rows that are gone") with
            {
                Path = table,
                Repair = DoctorRepair.Of($"remove {rows} rows of {table} that belong to nothing", () => StateEdit.Run(context, change => $"removed {RemoveLonely(change, table)} rows of {table}")),
            };
        }
    }

    // A database of an early version never becomes smaller by itself.
    private static IEnumerable<DoctorFinding> Space(SqliteConnection connection, DoctorContext context)
    {
        var free = connection.Scalar<long>("PRAGMA freelist_count") * connection.Scalar<long>("PRAGMA page_size");
        if (free < MuchSpace || connection.Scalar<long>("PRAGMA auto_vacuum") != 0)
            yield break;
        yield return DoctorFinding.Info($"{free / (1024 * 1024)} MB of it are not used any more") with
        {
            Path = context.Paths.DatabaseFile,
            Repair = DoctorRepair.Of("rewrite the database without unused space", () =>
            {
                using var writer = SqliteConnections.OpenWriter(context.Paths.DatabaseFile);
                writer.Execute("PRAGMA auto_vacuum=INCREMENTAL; VACUUM;");
                return $"gave {free / (1024 * 1024)} MB back; from now on the gateway does so by itself";
            }),
        };
    }

    // By the columns: some of our tables have no row numbers.
    private static int RemoveLonely(SqliteConnection connection, string table) => connection
        .Query(
            "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list($table)",
            static row => (Column: row.GetString(0), Owner: row.GetString(1), Key: row.GetString(2)),
            ("$table", table))
        .Sum(reference => connection.Execute(
            $"DELETE FROM {table} WHERE {reference.Column} IS NOT NULL AND {reference.Column} NOT IN (SELECT {reference.Key} FROM {reference.Owner})"));
}
