using NuGet.Common;
using NuGet.Configuration;
using NuGet.DependencyResolver;
using NuGet.Frameworks;
using NuGet.LibraryModel;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;

namespace OpenClaw.Host.Tests.Plugins.Packages.Oracle;

/// <summary>A made-up graph as a source of the real NuGet.</summary>
internal sealed class GraphProvider(PackageGraph graph) : IRemoteDependencyProvider
{
    public bool IsHttp => false;

    public PackageSource Source { get; } = new("memory");

    public SourceRepository? SourceRepository => null;

    public static List<LibraryDependency> DependenciesOf(PackageGraph graph, string id, NuGetVersion version) =>
        [.. graph.Dependencies(id, version).Select(static wish => new LibraryDependency(new LibraryRange(wish.Id, wish.Range, LibraryDependencyTarget.Package)))];

    public Task<LibraryIdentity?> FindLibraryAsync(
        LibraryRange libraryRange, NuGetFramework targetFramework, SourceCacheContext cacheContext, ILogger logger, CancellationToken cancellationToken) =>
        Task.FromResult(libraryRange.VersionRange!.FindBestMatch(graph.Versions(libraryRange.Name)) is { } best
            ? new LibraryIdentity(libraryRange.Name, best, LibraryType.Package)
            : null);

    public Task<LibraryDependencyInfo> GetDependenciesAsync(
        LibraryIdentity libraryIdentity, NuGetFramework targetFramework, SourceCacheContext cacheContext, ILogger logger, CancellationToken cancellationToken) =>
        Task.FromResult(LibraryDependencyInfo.Create(libraryIdentity, targetFramework, DependenciesOf(graph, libraryIdentity.Name, libraryIdentity.Version)));

    public Task<IEnumerable<NuGetVersion>?> GetAllVersionsAsync(string id, SourceCacheContext cacheContext, ILogger logger, CancellationToken token) =>
        Task.FromResult<IEnumerable<NuGetVersion>?>(graph.Versions(id));

    public Task<IPackageDownloader> GetPackageDownloaderAsync(
        PackageIdentity packageIdentity, SourceCacheContext cacheContext, ILogger logger, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
