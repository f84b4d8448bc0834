namespace OpenClaw.Host.Plugins.Packages.Install;

/// <summary>A package file in staging, and where it came from.</summary>
/// <param name="File">The copy.</param>
/// <param name="Source">The feed or the file.</param>
/// <param name="FromFeed">Whether it is a feed's.</param>
/// <param name="Detached">The signature that lay beside it.</param>
internal sealed record ObtainedPackage(string File, string Source, bool FromFeed, byte[]? Detached);
