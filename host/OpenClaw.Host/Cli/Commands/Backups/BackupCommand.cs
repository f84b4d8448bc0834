using OpenClaw.Host.Storage.Backups;

namespace OpenClaw.Host.Cli.Commands.Backups;

/// <summary>A command on backups; what is wrong with one is said in its own words.</summary>
internal abstract class BackupCommand(string name, string description) : CliCommand(name, description)
{
    protected static BackupRestore Restores { get; } = new(new BackupReader(new BackupLimits()));

    protected override CliReport? Explain(Exception error, CliInvocation invocation) =>
        error is BackupException ? CliReport.Local(error.Message) : null;

    protected static BackupReport ReportOf(string archive, BackupManifest manifest) => new()
    {
        Archive = archive,
        CreatedAt = manifest.CreatedAt,
        Version = manifest.Version,
        Files = manifest.Files.Count,
        Bytes = manifest.Files.Sum(static file => file.Length),
    };
}
