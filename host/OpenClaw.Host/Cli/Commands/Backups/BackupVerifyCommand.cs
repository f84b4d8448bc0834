using System.CommandLine;
using OpenClaw.Host.Cli.Output;

namespace OpenClaw.Host.Cli.Commands.Backups;

/// <summary><c>backup verify</c>: reads every file of an archive, compares its sum, and opens its database.</summary>
internal sealed class BackupVerifyCommand() : BackupCommand("verify", "Check that an archive can be restored")
{
    private readonly Argument<string> _archive = new("archive") { Description = "The archive" };

    protected override void Configure(Command command) => command.Arguments.Add(_archive);

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var archive = Path.GetFullPath(invocation.Get(_archive)!);
        var report = ReportOf(archive, await Restores.VerifyAsync(archive, cancellationToken)) with { Verified = true };
        if (invocation.Json)
            invocation.Console.WriteJson(report, CliJsonContext.Default.BackupReport);
        else
            invocation.Console.Output.WriteLine(ControlText.ToOneLine($"Sound: {report.Files} files of {report.CreatedAt:yyyy-MM-dd HH:mm} UTC, made by version {report.Version}."));
        return ExitCodes.Success;
    }
}
