using OpenClaw.Host.Plugins.Packages.Feeds;

namespace OpenClaw.Host.Plugins.Packages.Resolution;

/// <summary>One package, and where it comes from.</summary>
internal sealed record ResolvedPackage(IPackageFeed Feed, Nuspec Nuspec);
