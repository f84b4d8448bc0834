using OpenClaw.Host.Configuration.Aliases;
using OpenClaw.Host.Configuration.Loading;

namespace OpenClaw.Host.Cli.Commands.Doctor.Checks;

/// <summary>Spellings of earlier versions, which are understood and should not stay.</summary>
internal sealed class ConfigLegacyCheck() : DoctorCheck("config/legacy")
{
    public static bool IsLegacy(ConfigIssue issue) => issue.Fix == AliasNormaliser.Hint;

    protected override IEnumerable<DoctorFinding> Look(DoctorContext context)
    {
        var repair = new DoctorRepair("rewrite the old spellings of the configuration", async cancellationToken =>
        {
            await ConfigRepair.EditAsync(context, static _ => { }, cancellationToken);
            return $"rewrote the configuration in the current spelling, without its comments; the old file is {Path.GetFileName(context.Paths.ConfigFile)}.bak";
        })
        { IsSafe = true };

        // One rewrite mends them all.
        return context.Config.Parsed is null || !context.Config.IsValid ? [] : context.Config.Warnings.Where(IsLegacy).Select((issue, at) =>
            DoctorFinding.Warning(issue.Message) with { Path = issue.DisplayPath, FixHint = "Run \"openclaw doctor --fix\".", Repair = at == 0 ? repair : null });
    }
}
