namespace OpenClaw.Host.Plugins.Packages;

/// <summary>What feeds and archives may cost. Both are strangers until their content is checked.</summary>
internal sealed record PackageLimits
{
    public static PackageLimits Default { get; } = new();

    public long MaxPackageBytes { get; init; } = 256L << 20;

    /// <summary>Of the answers of a feed that are JSON.</summary>
    public long MaxAnswerBytes { get; init; } = 8L << 20;

    public long MaxNuspecBytes { get; init; } = 1L << 20;

    public int MaxEntries { get; init; } = 10_000;

    public long MaxDirectoryBytes { get; init; } = 4L << 20;

    public long MaxUnpackedBytes { get; init; } = 512L << 20;

    /// <summary>How much larger than the archive its content may be, beyond <see cref="RatioFreeBytes"/>.</summary>
    public int MaxRatio { get; init; } = 100;

    public long RatioFreeBytes { get; init; } = 4L << 20;

    public int MaxPathLength { get; init; } = 200;

    /// <summary>Packages that one plugin may bring.</summary>
    public int MaxDependencies { get; init; } = 200;

    public int Attempts { get; init; } = 4;

    /// <summary>For the head of an answer, and for each piece of its body.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan DownloadTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Before the second attempt; doubled for each further one.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(400);

    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For another process that installs at the same time.</summary>
    public TimeSpan LockPatience { get; init; } = TimeSpan.FromMinutes(2);
}
