using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Storage.Salvage;

namespace OpenClaw.Host.Cli.Commands.Doctor.Checks;

/// <summary>Changes the database for a repair, in one transaction, after a copy of it was kept.</summary>
internal static class StateEdit
{
    public static string Run(DoctorContext context, Func<SqliteConnection, string> work)
    {
        var copy = Path.Combine(DatabaseSalvage.Quarantine(context.Paths, context.Time), $"{StatePaths.DatabaseName}.before-repair");
        using (var source = SqliteConnections.OpenForCopy(context.Paths.DatabaseFile))
            source.Execute("VACUUM INTO $copy", ("$copy", copy));
        using var connection = SqliteConnections.OpenWriter(context.Paths.DatabaseFile);
        using var transaction = connection.BeginTransaction();
        var done = work(connection);
        transaction.Commit();
        return $"{done}; the database as it was is {copy}";
    }
}
