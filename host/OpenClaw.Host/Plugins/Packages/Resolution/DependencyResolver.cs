using NuGet.Versioning;
using OpenClaw.Host.Plugins.Packages.Feeds;

namespace OpenClaw.Host.Plugins.Packages.Resolution;

/// <summary>
/// Finds the packages that a plugin brings no copies of: for each id the version that <c>dotnet restore</c> takes, or, where that
/// would complain, the lowest that satisfies everybody who asks for it. What the gateway itself provides is left out.
/// </summary>
internal sealed class DependencyResolver(FeedSet feeds, PackageLimits limits)
{
    private const int MaxRounds = 100;

    private readonly Dictionary<string, LocatedPackage> _located = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Id, NuGetVersion Version), Nuspec> _nuspecs = [];

    public async Task<IReadOnlyList<ResolvedPackage>> ResolveAsync(Nuspec root, CancellationToken cancellationToken)
    {
        var chosen = new Dictionary<string, Nuspec>(StringComparer.OrdinalIgnoreCase);
        for (var round = 0; round < MaxRounds; round++)
        {
            // Walked anew each time: a version that is no longer taken asks for nothing any more.
            var wishes = new DependencyWishes(root, chosen);
            var byId = wishes.ById();
            if (byId.Count > limits.MaxDependencies)
                throw new PackageException($"{root.Id} {root.Version} needs more than {limits.MaxDependencies} packages.");
            var changed = false;
            foreach (var (id, wanted) in byId)
            {
                var located = await LocateAsync(id, wanted, cancellationToken);
                var version = wishes.Choose(id, wanted, located.Versions)
                    ?? throw Conflict(id, wanted, located);
                if (chosen.TryGetValue(id, out var before) && before.Version == version)
                    continue;
                chosen[id] = await NuspecAsync(located, version, cancellationToken);
                changed = true;
            }

            if (!changed)
                return [.. byId.Keys.Order(StringComparer.OrdinalIgnoreCase).Select(id => new ResolvedPackage(_located[id].Feed, chosen[id]))];
        }

        throw new PackageException($"The dependencies of {root.Id} {root.Version} never settle: two packages ask for each other in turns.");
    }

    private static PackageException Conflict(string id, List<DependencyWish> wanted, LocatedPackage located)
    {
        var wishes = string.Join("; ", wanted.Select(static wish => $"{wish.By} wants {wish.Range.PrettyPrint()}"));
        var there = string.Join(", ", located.Versions.OrderDescending().Take(10));
        return new PackageException($"No version of {id} suits everybody: {wishes}. {located.Feed.Name} has {(there.Length > 0 ? there : "none")}.");
    }

    private async Task<LocatedPackage> LocateAsync(string id, List<DependencyWish> wanted, CancellationToken cancellationToken)
    {
        if (_located.TryGetValue(id, out var known))
            return known;
        var located = await feeds.LocateAsync(id, cancellationToken)
            ?? throw new PackageException($"{wanted[0].By} needs {id} {wanted[0].Range.PrettyPrint()}, which no source has ({feeds.Describe(id)}).");
        return _located[id] = located;
    }

    private async Task<Nuspec> NuspecAsync(LocatedPackage located, NuGetVersion version, CancellationToken cancellationToken)
    {
        if (_nuspecs.TryGetValue((located.Id, version), out var known))
            return known;
        return _nuspecs[(located.Id, version)] = await located.NuspecAsync(version, cancellationToken);
    }
}
