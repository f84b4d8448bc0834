using NuGet.Common;
using NuGet.Configuration;
using NuGet.DependencyResolver;
using NuGet.Frameworks;
using NuGet.LibraryModel;
using NuGet.Protocol.Core.Types;
using NuGet.RuntimeModel;
using NuGet.Versioning;

namespace OpenClaw.Host.Tests.Plugins.Packages.Oracle;

/// <summary>What <c>dotnet restore</c> would choose.</summary>
internal static class RealNuGet
{
    /// <returns>The version of each package; null where it would complain, by an error or a warning.</returns>
    public static async Task<Dictionary<string, NuGetVersion>?> ResolveAsync(PackageGraph graph)
    {
        using var cache = new SourceCacheContext();
        var context = new RemoteWalkContext(cache, PackageSourceMapping.GetPackageSourceMapping(NullSettings.Instance), NullLogger.Instance) { IsMsBuildBased = true };
        context.RemoteLibraryProviders.Add(new GraphProvider(graph));
        context.ProjectLibraryProviders.Add(new RootProvider(graph));
        var root = new LibraryRange(graph.Root.Id, new VersionRange(graph.Root.Version), LibraryDependencyTarget.Project);
        var walked = await new RemoteDependencyWalker(context).WalkAsync(root, NuGetFramework.Parse("net10.0"), runtimeIdentifier: null, RuntimeGraph.Empty, recursive: true);
        var analysis = walked.Analyze();
        if (analysis.Downgrades.Count + analysis.VersionConflicts.Count + analysis.Cycles.Count > 0)
            return null;

        var chosen = new Dictionary<string, NuGetVersion>(StringComparer.OrdinalIgnoreCase);
        var resolved = true;
        walked.ForEach(node =>
        {
            if (node.Disposition != Disposition.Accepted || node == walked)
                return;
            resolved &= node.Item?.Key.Type == LibraryType.Package;
            if (resolved)
                chosen[node.Key.Name] = node.Item!.Key.Version;
        });
        return resolved && chosen.SelectMany(one => graph.Dependencies(one.Key, one.Value)).All(wish => wish.Range.Satisfies(chosen[wish.Id])) ? chosen : null;
    }
}
