namespace OpenClaw.Host.Plugins.Packages.LockFile;

/// <summary>A package whose files were laid out beside the plugin's own.</summary>
internal sealed record LockedDependency(string PackageName, string Version, string Source, string Sha512);
