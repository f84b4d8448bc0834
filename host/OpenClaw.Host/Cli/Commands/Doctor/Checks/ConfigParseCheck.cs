using OpenClaw.Host.Configuration.Writing;

namespace OpenClaw.Host.Cli.Commands.Doctor.Checks;

/// <summary>Whether the configuration file can be read at all.</summary>
internal sealed class ConfigParseCheck() : DoctorCheck("config/parse")
{
    protected override IEnumerable<DoctorFinding> Look(DoctorContext context)
    {
        var config = context.Config;
        if (!config.Exists || config.Parsed is not null)
            return [];
        var repair = RestoreOf(context);
        return config.Issues.Select(issue => DoctorFinding.Error(issue.Message) with
        {
            Path = config.Path,
            FixHint = issue.Fix,
            Requirement = "a JSON5 object",
        }).Take(1).Select(finding => finding with { Repair = repair });
    }

    private static DoctorRepair? RestoreOf(DoctorContext context)
    {
        // First what a gateway last ran with; the backups are what stood before each write of ours.
        string[] names = [ConfigLastGood.NameOf(context.Paths.ConfigFile), .. ConfigBackups.NamesOf(context.Paths.ConfigFile)];
        var backups = names.Where(File.Exists).Select(file => (File: file, Loaded: context.Try(File.ReadAllBytes(file)))).ToList();
        var (good, loaded) = backups.Find(static backup => backup.Loaded.IsValid) is { File: not null } valid ? valid : backups.Find(static backup => backup.Loaded.Parsed is not null);
        if (good is null)
            return null;
        var content = loaded.Bytes;
        return new DoctorRepair(
            $"put {Path.GetFileName(good)} of {File.GetLastWriteTimeUtc(good):yyyy-MM-dd HH:mm} UTC in its place",
            async cancellationToken =>
            {
                await ConfigRepair.SaveAsync(context, content, cancellationToken);
                return $"restored from {Path.GetFileName(good)}; what could not be read is now the youngest backup";
            })
        { IsChoice = true };
    }
}
