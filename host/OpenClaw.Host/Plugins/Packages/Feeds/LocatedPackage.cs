using NuGet.Versioning;
using OpenClaw.Host.Plugins.Packages.Resolution;

namespace OpenClaw.Host.Plugins.Packages.Feeds;

/// <summary>A package id, the one feed it is taken from, and the versions that feed says it has.</summary>
internal sealed record LocatedPackage(string Id, IPackageFeed Feed, IReadOnlyList<NuGetVersion> Versions)
{
    public async Task<Nuspec> NuspecAsync(NuGetVersion version, CancellationToken cancellationToken)
    {
        var nuspec = await Feed.NuspecAsync(Id, version, cancellationToken);
        return nuspec.Id.Equals(Id, StringComparison.OrdinalIgnoreCase) && nuspec.Version == version
            ? nuspec
            : throw new PackageException($"{Feed.Name} was asked for {Id} {version} and answered with {nuspec.Id} {nuspec.Version}. Nothing of it is installed.");
    }
}
