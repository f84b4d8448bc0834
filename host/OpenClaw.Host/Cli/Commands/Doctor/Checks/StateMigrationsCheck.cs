using OpenClaw.Host.Hosting;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Cli.Commands.Doctor.Checks;

/// <summary>Whether this program knows the tables of the database, and whether something of an older program waits to be taken over.</summary>
internal sealed class StateMigrationsCheck() : DoctorCheck("state/migrations")
{
    protected override IEnumerable<DoctorFinding> Look(DoctorContext context) => [.. context.Query(connection =>
    {
        var known = KnownMigrations.All.GroupBy(static step => step.Room).ToDictionary(static room => room.Key, static room => (long)room.Max(static step => step.Version));
        var stored = connection.Query("SELECT room, max(version) FROM schema_versions GROUP BY room", static row => (Room: row.GetString(0), Version: row.GetInt64(1)));
        var newer = stored.Where(room => room.Version > known.GetValueOrDefault(room.Room)).ToList();
        var missing = known.Sum(room => Math.Max(0, room.Value - stored.Find(one => one.Room == room.Key).Version));
        return newer.Count > 0 ? newer.Select(room => Newer(context, room.Room, room.Version, known.GetValueOrDefault(room.Room)))
            : missing > 0 ? [DoctorFinding.Info($"{missing} changes of its tables are made at the next start") with { Path = context.Paths.DatabaseFile }]
            : [];
    }), .. LegacySessions(context)];

    private static DoctorFinding Newer(DoctorContext context, string room, long stored, long known) =>
        DoctorFinding.Error($"a newer version wrote the database: its '{room}' tables are at version {stored}, this program knows {known}") with
        {
            Path = context.Paths.DatabaseFile,
            FixHint = "Install the newer version, or restore a backup of the time before it.",
        };

    private static IEnumerable<DoctorFinding> LegacySessions(DoctorContext context)
    {
        var agents = Path.Combine(context.Paths.StateDirectory, "agents");
        if (!Directory.Exists(agents))
            return [];
        return Directory.EnumerateDirectories(agents)
            .Select(static folder => Path.Combine(folder, "sessions"))
            .Where(static folder => File.Exists(Path.Combine(folder, "sessions.json")))
            .Select(folder => DoctorFinding.Warning(
                $"{Directory.EnumerateFiles(folder, "*.jsonl").Count()} conversations of an older program lie here; they are not read, and nothing removes them") with
            {
                Path = folder,
                FixHint = "Keep the folder; conversations begin anew in the database.",
            });
    }
}
