using NuGet.Versioning;
using OpenClaw.Host.Plugins.Packages.Resolution;

namespace OpenClaw.Host.Plugins.Packages.Feeds;

/// <summary>A place packages come from. What it says is checked against the packages themselves.</summary>
internal interface IPackageFeed
{
    /// <summary>As the configuration calls it.</summary>
    string Name { get; }

    /// <summary>Where it is, without credentials.</summary>
    string Address { get; }

    /// <returns>None when it does not know the package.</returns>
    Task<IReadOnlyList<NuGetVersion>> VersionsAsync(string id, CancellationToken cancellationToken);

    Task<Nuspec> NuspecAsync(string id, NuGetVersion version, CancellationToken cancellationToken);

    Task DownloadAsync(string id, NuGetVersion version, Stream target, DownloadProgress? progress, CancellationToken cancellationToken);

    /// <summary>The signature that lies beside a package.</summary>
    /// <returns>Null when there is none.</returns>
    Task<byte[]?> DetachedSignatureAsync(string id, NuGetVersion version, CancellationToken cancellationToken);

    /// <returns>Null when it cannot search.</returns>
    Task<IReadOnlyList<FoundPackage>?> SearchAsync(string query, int limit, CancellationToken cancellationToken);
}
