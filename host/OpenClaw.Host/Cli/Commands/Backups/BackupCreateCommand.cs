using System.CommandLine;
using System.Globalization;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Storage.Backups;

namespace OpenClaw.Host.Cli.Commands.Backups;

/// <summary><c>backup create</c>: one archive of the state folder, also while the gateway runs.</summary>
internal sealed class BackupCreateCommand() : BackupCommand("create", "Copy everything into one archive, also while the gateway runs")
{
    private readonly Option<string> _output = new("--output") { Description = "The archive to write; default: here, named after the time", HelpName = "file" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what would be copied" };
    private readonly Option<bool> _verify = new("--verify") { Description = "Read the archive back and check it" };
    private readonly Option<bool> _noWorkspace = new("--no-include-workspace") { Description = "Leave the agents' own files out" };

    protected override void Configure(Command command)
    {
        command.Options.Add(_output);
        command.Options.Add(_dryRun);
        command.Options.Add(_verify);
        command.Options.Add(_noWorkspace);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var plan = BackupPlan.Of(invocation.Paths, withWorkspace: !invocation.Get(_noWorkspace));
        var archive = Path.GetFullPath(invocation.Get(_output) ?? DefaultName(invocation.Time.GetUtcNow()));
        if (invocation.Get(_dryRun))
            return Print(invocation, new BackupReport { Archive = archive, Files = plan.Files.Count }, plan, "would be copied to");
        var manifest = await new BackupWriter(invocation.Paths, invocation.Time).WriteAsync(plan, archive, Progress(invocation, plan), cancellationToken);
        var report = ReportOf(archive, manifest);
        if (invocation.Get(_verify))
        {
            await Restores.VerifyAsync(archive, cancellationToken);
            report = report with { Verified = true };
        }

        return Print(invocation, report, plan, report.Verified == true ? "were copied, and read back, to" : "were copied to");
    }

    private static int Print(CliInvocation invocation, BackupReport report, BackupPlan plan, string what)
    {
        if (invocation.Json)
        {
            var skipped = plan.Skipped.Select(static one => new BackupSkipped(one.Path, one.Reason));
            invocation.Console.WriteJson(report with { Skipped = [.. skipped] }, CliJsonContext.Default.BackupReport);
            return ExitCodes.Success;
        }

        foreach (var (path, reason) in plan.Skipped)
            invocation.Console.Error.WriteLine(ControlText.ToOneLine($"left out: {path} ({reason})"));
        invocation.Console.Output.WriteLine(ControlText.ToOneLine($"{report.Files} files {what} {invocation.Show(report.Archive)}"));
        if (report.Bytes is not null)
            invocation.Console.Output.WriteLine("It holds your keys and tokens: keep it as you keep those.");
        return ExitCodes.Success;
    }

    // A line that is written over, on a terminal only.
    private static Action<int>? Progress(CliInvocation invocation, BackupPlan plan)
    {
        if (invocation.Json || !invocation.Console.IsInteractive)
            return null;
        return done => invocation.Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{done} of {plan.Files.Count} files{(done == plan.Files.Count ? "\n" : "")}"));
    }

    private static string DefaultName(DateTimeOffset now) =>
        now.ToString("yyyy-MM-dd'T'HH-mm-ss'Z'", CultureInfo.InvariantCulture) + "-openclaw-backup.tar.gz";
}
