namespace OpenClaw.Host.Storage.Backups;

/// <summary>What a backup holds; the last file of its archive.</summary>
internal sealed record BackupManifest
{
    public const string FileName = "openclaw-backup.json";

    public const int CurrentFormat = 1;

    public required int Format { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The version of the program that made it.</summary>
    public required string Version { get; init; }

    public required IReadOnlyList<BackupEntry> Files { get; init; }
}
