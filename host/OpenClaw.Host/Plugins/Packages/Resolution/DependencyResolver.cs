using NuGet.Versioning;
using OpenClaw.Host.Plugins.Loading;
using OpenClaw.Host.Plugins.Packages.Feeds;

namespace OpenClaw.Host.Plugins.Packages.Resolution;

/// <summary>
/// Finds the packages that a plugin brings no copies of: for each id the lowest version that satisfies everybody who asks for
/// it. What the gateway itself provides is left out.
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
            var wishes = Wishes(root, chosen);
            if (wishes.Count > limits.MaxDependencies)
                throw new PackageException($"{root.Id} {root.Version} needs more than {limits.MaxDependencies} packages.");
            var changed = false;
            foreach (var (id, wanted) in wishes)
            {
                var located = await LocateAsync(id, wanted, cancellationToken);
                var version = located.Versions.Order().FirstOrDefault(candidate => wanted.All(wish => wish.Range.Satisfies(candidate)))
                    ?? throw Conflict(id, wanted, located);
                if (chosen.TryGetValue(id, out var before) && before.Version == version)
                    continue;
                chosen[id] = await NuspecAsync(located, version, cancellationToken);
                changed = true;
            }

            if (!changed)
                return [.. wishes.Keys.Order(StringComparer.OrdinalIgnoreCase).Select(id => new ResolvedPackage(_located[id].Feed, chosen[id]))];
        }

        throw new PackageException($"The dependencies of {root.Id} {root.Version} never settle: two packages ask for each other in turns.");
    }

    private static Dictionary<string, List<Wish>> Wishes(Nuspec root, Dictionary<string, Nuspec> chosen)
    {
        var wishes = new Dictionary<string, List<Wish>>(StringComparer.OrdinalIgnoreCase);
        var visited = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { root.Id };
        var waiting = new Queue<Nuspec>([root]);
        while (waiting.TryDequeue(out var package))
        {
            foreach (var dependency in package.Dependencies.Where(static dependency => !IsProvided(dependency)))
            {
                if (!wishes.TryGetValue(dependency.Id, out var wanted))
                    wishes[dependency.Id] = wanted = [];
                wanted.Add(new Wish(dependency.Range, $"{package.Id} {package.Version}"));
                if (chosen.TryGetValue(dependency.Id, out var next) && visited.Add(dependency.Id))
                    waiting.Enqueue(next);
            }
        }

        return wishes;
    }

    private static bool IsProvided(PackageDependency dependency) => dependency.WithoutRuntime || SharedAssemblies.Contains(dependency.Id);

    private static PackageException Conflict(string id, List<Wish> wanted, LocatedPackage located)
    {
        var wishes = string.Join("; ", wanted.Select(static wish => $"{wish.By} wants {wish.Range.PrettyPrint()}"));
        var there = string.Join(", ", located.Versions.OrderDescending().Take(10));
        return new PackageException($"No version of {id} suits everybody: {wishes}. {located.Feed.Name} has {(there.Length > 0 ? there : "none")}.");
    }

    private async Task<LocatedPackage> LocateAsync(string id, List<Wish> wanted, CancellationToken cancellationToken)
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

    private sealed record Wish(VersionRange Range, string By);
}
