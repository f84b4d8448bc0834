using OpenClaw.Host.Configuration.Writing;

namespace OpenClaw.Host.Cli.Commands.Doctor.Checks;

/// <summary>Backups of the configuration that could not be used, and what refused and broken writes left.</summary>
internal sealed class ConfigBackupsCheck() : DoctorCheck("config/backups")
{
    private static readonly TimeSpan KeepRefused = TimeSpan.FromDays(30);

    protected override IEnumerable<DoctorFinding> Look(DoctorContext context)
    {
        var file = context.Paths.ConfigFile;
        foreach (var backup in ConfigBackups.NamesOf(file).Where(File.Exists))
        {
            if (context.Try(File.ReadAllBytes(backup)) is { IsValid: false } broken)
                yield return DoctorFinding.Info($"would not start a gateway: {broken.Issues[0].Message}") with { Path = Path.GetFileName(backup) };
        }

        var old = Leftovers(context).ToList();
        if (old.Count > 0)
        {
            yield return DoctorFinding.Info($"{old.Count} files are left of writes that were refused or did not end: {string.Join(", ", old.Select(Path.GetFileName).Take(3))}") with
            {
                Repair = DoctorRepair.Of($"delete {old.Count} leftover files", () =>
                {
                    old.ForEach(File.Delete);
                    return $"deleted {old.Count} leftover files";
                }) with
                { IsSafe = true },
            };
        }
    }

    private static IEnumerable<string> Leftovers(DoctorContext context)
    {
        var (folder, name) = (Path.GetDirectoryName(context.Paths.ConfigFile)!, Path.GetFileName(context.Paths.ConfigFile));
        if (!Directory.Exists(folder))
            return [];
        var now = context.Time.GetUtcNow().UtcDateTime;
        return Directory.EnumerateFiles(folder, $"{name}.rejected.*").Where(path => File.GetLastWriteTimeUtc(path) < now - KeepRefused)
            .Concat(Directory.EnumerateFiles(folder, $"{name}.bak.new"))
            .Concat(Directory.EnumerateFiles(folder, $".{name}.*.tmp").Where(path => File.GetLastWriteTimeUtc(path) < now.AddDays(-1)));
    }
}
