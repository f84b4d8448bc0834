using NuGet.Versioning;

namespace OpenClaw.Host.Plugins.Packages.Resolution;

/// <summary>Somebody asks for a package.</summary>
/// <param name="Range">Which versions will do.</param>
/// <param name="By">The package that asks, with its version.</param>
internal sealed record DependencyWish(VersionRange Range, string By);
