using NuGet.Versioning;
using OpenClaw.Host.Plugins.Loading;

namespace OpenClaw.Host.Plugins.Packages.Resolution;

/// <summary>Who asks for what, as long as each package has the version that is chosen at this moment.</summary>
internal sealed class DependencyWishes(Nuspec root, IReadOnlyDictionary<string, Nuspec> chosen)
{
    public Dictionary<string, List<DependencyWish>> ById()
    {
        var wishes = new Dictionary<string, List<DependencyWish>>(StringComparer.OrdinalIgnoreCase);
        Walk(package =>
        {
            foreach (var dependency in Needs(package))
            {
                if (!wishes.TryGetValue(dependency.Id, out var wanted))
                    wishes[dependency.Id] = wanted = [];
                wanted.Add(WishOf(package, dependency));
            }

            return true;
        });
        return wishes;
    }

    /// <summary>
    /// As <c>dotnet restore</c> does it: each who decides asks for the lowest version that suits it, a pre-release only if its range
    /// names one, and the highest of those is taken. Where that does not suit everybody, the lowest that does.
    /// </summary>
    public NuGetVersion? Choose(string id, List<DependencyWish> wanted, IReadOnlyList<NuGetVersion> versions)
    {
        if (Deciding(id).Max(wish => wish.Range.FindBestMatch(versions)) is { } best && SuitsAll(best))
            return best;
        var takesEarly = wanted.Exists(static wish => wish.Range.MinVersion is { IsPrerelease: true } || wish.Range.MaxVersion is { IsPrerelease: true });
        return versions.Where(version => (takesEarly || !version.IsPrerelease) && SuitsAll(version))
            .OrderBy(static version => version.IsPrerelease).ThenBy(static version => version).FirstOrDefault();

        bool SuitsAll(NuGetVersion version) => wanted.TrueForAll(wish => wish.Range.Satisfies(version));
    }

    // Whoever asks for a package speaks for all that it brings along.
    private List<DependencyWish> Deciding(string id)
    {
        List<DependencyWish> deciding = [];
        Walk(package =>
        {
            var found = deciding.Count;
            deciding.AddRange(Needs(package).Where(dependency => dependency.Id.Equals(id, StringComparison.OrdinalIgnoreCase)).Select(dependency => WishOf(package, dependency)));
            return deciding.Count == found;
        });
        return deciding;
    }

    /// <param name="visit">Says whether to go on to what the package needs.</param>
    private void Walk(Func<Nuspec, bool> visit)
    {
        var visited = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { root.Id };
        var waiting = new Queue<Nuspec>([root]);
        while (waiting.TryDequeue(out var package))
        {
            if (!visit(package))
                continue;
            foreach (var dependency in Needs(package))
            {
                if (chosen.TryGetValue(dependency.Id, out var next) && visited.Add(dependency.Id))
                    waiting.Enqueue(next);
            }
        }
    }

    private static DependencyWish WishOf(Nuspec package, PackageDependency dependency) => new(dependency.Range, $"{package.Id} {package.Version}");

    // What the gateway brings is none.
    private static IEnumerable<PackageDependency> Needs(Nuspec package) =>
        package.Dependencies.Where(static dependency => !dependency.WithoutRuntime && !SharedAssemblies.Contains(dependency.Id));
}
