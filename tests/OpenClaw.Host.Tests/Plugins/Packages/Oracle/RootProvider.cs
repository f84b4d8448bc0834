using NuGet.DependencyResolver;
using NuGet.Frameworks;
using NuGet.LibraryModel;

namespace OpenClaw.Host.Tests.Plugins.Packages.Oracle;

/// <summary>The project that asks.</summary>
internal sealed class RootProvider(PackageGraph graph) : IDependencyProvider
{
    public bool SupportsType(LibraryDependencyTarget libraryTypeFlag) => libraryTypeFlag.HasFlag(LibraryDependencyTarget.Project);

    public Library? GetLibrary(LibraryRange libraryRange, NuGetFramework framework) => libraryRange.Name == graph.Root.Id ? Root(libraryRange) : null;

    public Library? GetLibrary(LibraryRange libraryRange, NuGetFramework framework, string? alias) => GetLibrary(libraryRange, framework);

    private Library Root(LibraryRange range) => new()
    {
        LibraryRange = range,
        Identity = new LibraryIdentity(graph.Root.Id, graph.Root.Version, LibraryType.Project),
        Dependencies = GraphProvider.DependenciesOf(graph, graph.Root.Id, graph.Root.Version),
        Path = null,
    };
}
