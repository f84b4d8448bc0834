using OpenClaw.Host.Plugins.Packages.Signatures;

namespace OpenClaw.Host.Plugins.Packages.LockFile;

/// <summary>What was installed as one plugin, to the byte.</summary>
internal sealed record LockedPlugin
{
    public required string PackageName { get; init; }

    public required string Version { get; init; }

    /// <summary>The feed or the file it came from.</summary>
    public required string Source { get; init; }

    public bool FromFeed { get; init; }

    /// <summary>Of the package, in base64; null for a plain folder.</summary>
    public string? Sha512 { get; init; }

    public IReadOnlyList<PackageSigner> Signers { get; init; } = [];

    /// <summary>What it said it will touch when somebody accepted it.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];

    /// <summary>Updates pass it over.</summary>
    public bool Pinned { get; init; }

    public required DateTimeOffset InstalledAt { get; init; }

    /// <summary>Names, lengths and times of the files when their content was checked last; while they are the same, it is not read again.</summary>
    public required string Stamp { get; init; }

    public required IReadOnlyDictionary<string, LockedFile> Files { get; init; }

    public IReadOnlyList<LockedDependency> Dependencies { get; init; } = [];

    /// <summary>Versions that can be gone back to, the newest first. They have none themselves.</summary>
    public IReadOnlyList<LockedPlugin> Previous { get; init; } = [];
}
