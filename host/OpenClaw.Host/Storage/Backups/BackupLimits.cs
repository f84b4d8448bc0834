namespace OpenClaw.Host.Storage.Backups;

/// <summary>Bounds of an archive, so that one made by somebody else cannot fill the disk.</summary>
internal sealed record BackupLimits
{
    public int MaxEntries { get; init; } = 100_000;

    public long MaxBytes { get; init; } = 64L * 1024 * 1024 * 1024;

    public long MaxManifestBytes { get; init; } = 32 * 1024 * 1024;

    public int MaxPathLength { get; init; } = 1_024;

    /// <summary>Content beyond <see cref="RatioFreeBytes"/> must not be so many times larger than its archive.</summary>
    public int MaxRatio { get; init; } = 200;

    public long RatioFreeBytes { get; init; } = 64 * 1024 * 1024;
}
