using OpenClaw.Host.Plugins.Manifests;
using OpenClaw.Host.Plugins.Packages.LockFile;

namespace OpenClaw.Host.Plugins.Packages.Install;

/// <summary>A plugin that lies unpacked in staging.</summary>
internal sealed record StagedPlugin
{
    public required PluginManifest Manifest { get; init; }

    /// <summary>Its line for the lock file.</summary>
    public required LockedPlugin Entry { get; init; }

    /// <summary>Whether it came as a package, and not as a plain folder.</summary>
    public bool IsPackage => Entry.Sha512 is not null;

    /// <summary>What is worth knowing about where it came from.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
