using NuGet.Frameworks;

namespace OpenClaw.Host.Plugins.Packages.Resolution;

/// <summary>What a package asks for on one framework.</summary>
internal sealed record DependencyGroup(NuGetFramework Framework, IReadOnlyList<PackageDependency> Dependencies);
