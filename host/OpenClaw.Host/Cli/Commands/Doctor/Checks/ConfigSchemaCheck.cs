using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Cli.Commands.Doctor.Checks;

/// <summary>Keys nobody knows, values of the wrong kind, and settings that contradict each other.</summary>
internal sealed class ConfigSchemaCheck() : DoctorCheck("config/schema")
{
    protected override IEnumerable<DoctorFinding> Look(DoctorContext context) => context.Config.Parsed is null
        ? []
        : context.Config.Issues.Select(issue => Describe(issue, context)).Concat(context.Config.Warnings.Where(static issue => !ConfigLegacyCheck.IsLegacy(issue)).Select(Warn));

    private static DoctorFinding Warn(ConfigIssue issue) => DoctorFinding.Warning(issue.Message) with { Path = issue.DisplayPath, FixHint = issue.Fix };

    private static DoctorFinding Describe(ConfigIssue issue, DoctorContext context) =>
        DoctorFinding.Error(issue.Line is { } line ? $"{issue.Message} (line {line})" : issue.Message) with
        {
            Path = issue.DisplayPath,
            FixHint = issue.Fix,
            Repair = issue.UnknownKeys.Count == 0 ? null : RemovalOf(issue, context),
        };

    private static DoctorRepair RemovalOf(ConfigIssue issue, DoctorContext context)
    {
        var names = string.Join(", ", issue.UnknownKeys.Select(name => issue.Path.Length == 0 ? name : $"{issue.Path}.{name}"));
        return new DoctorRepair(
            $"remove {names}",
            async cancellationToken =>
            {
                await ConfigRepair.EditAsync(context, document => Remove(document, issue), cancellationToken);
                return $"removed {names}; the old file is {Path.GetFileName(context.Paths.ConfigFile)}.bak";
            });
    }

    private static void Remove(ConfigObject document, ConfigIssue issue)
    {
        if ((issue.Path.Length == 0 ? document : document.Find(issue.Path)) is not ConfigObject owner)
            return;
        foreach (var name in issue.UnknownKeys)
            owner.Remove(name);
    }
}
