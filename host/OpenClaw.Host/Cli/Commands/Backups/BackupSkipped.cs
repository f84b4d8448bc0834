namespace OpenClaw.Host.Cli.Commands.Backups;

/// <summary>A file that does not belong into a backup.</summary>
internal sealed record BackupSkipped(string Path, string Reason);
