namespace OpenClaw.Host.Cli.Commands.Backups;

/// <summary>What the commands print for scripts.</summary>
internal sealed record BackupReport
{
    public bool Ok { get; init; } = true;

    public required string Archive { get; init; }

    /// <summary>Where it was restored.</summary>
    public string? Target { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The version of the program that made it.</summary>
    public string? Version { get; init; }

    public required int Files { get; init; }

    /// <summary>Of the files as they are, not of the archive.</summary>
    public long? Bytes { get; init; }

    public bool? Verified { get; init; }

    public IReadOnlyList<BackupSkipped>? Skipped { get; init; }
}
