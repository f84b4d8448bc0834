using System.CommandLine;
using OpenClaw.Host.Cli.Output;

namespace OpenClaw.Host.Cli.Commands.Backups;

/// <summary><c>backup restore</c>: into an empty folder, never over what is there.</summary>
internal sealed class BackupRestoreCommand() : BackupCommand("restore", "Restore an archive into an empty folder")
{
    private readonly Argument<string> _archive = new("archive") { Description = "The archive" };
    private readonly Option<string> _target = new("--target") { Description = "The folder; empty, or not there yet", HelpName = "folder", Required = true };

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_archive);
        command.Options.Add(_target);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var archive = Path.GetFullPath(invocation.Get(_archive)!);
        var target = Path.GetFullPath(invocation.Get(_target)!);
        var report = ReportOf(archive, await Restores.RestoreAsync(archive, target, cancellationToken)) with { Target = target, Verified = true };
        if (invocation.Json)
        {
            invocation.Console.WriteJson(report, CliJsonContext.Default.BackupReport);
            return ExitCodes.Success;
        }

        invocation.Console.Output.WriteLine(ControlText.ToOneLine($"{report.Files} files were restored to {invocation.Show(target)} and checked."));
        invocation.Console.Output.WriteLine(ControlText.ToOneLine($"Start the gateway on it with OPENCLAW_STATE_DIR={target} openclaw gateway, or move it where the old one was."));
        return ExitCodes.Success;
    }
}
