namespace OpenClaw.Host.Plugins.Packages.Feeds;

/// <summary>
/// The feeds an installation may use. Each package comes from exactly one: where several have the same id, the mapping of
/// nuget.config decides, and without one nothing is taken, since whoever can publish on one of them could choose.
/// </summary>
/// <param name="feeds">In the order of nuget.config.</param>
/// <param name="mapping">Names of the feeds a package may come from; null where nuget.config has no mapping.</param>
internal sealed class FeedSet(IReadOnlyList<IPackageFeed> feeds, Func<string, IReadOnlyList<string>>? mapping)
{
    private const int MaxSearchResults = 100;

    public IReadOnlyList<IPackageFeed> Feeds => feeds;

    /// <returns>Null when no feed has it.</returns>
    public async Task<LocatedPackage?> LocateAsync(string id, CancellationToken cancellationToken)
    {
        var asked = For(id);
        if (asked.Count == 0)
            throw new PackageException(Empty(id));
        List<LocatedPackage> found = [];
        foreach (var feed in asked)
        {
            var versions = await feed.VersionsAsync(id, cancellationToken);
            if (versions.Count > 0)
                found.Add(new LocatedPackage(id, feed, versions));
        }

        if (found.Count < 2)
            return found.FirstOrDefault();
        var names = string.Join(" and ", found.Select(static one => $"{one.Feed.Name} ({one.Feed.Address})"));
        throw new PackageException($"{id} is on {names}, and nothing says which one is meant. Name one by --source, or map the id in packageSourceMapping of nuget.config.");
    }

    /// <returns>What was found, and what could not be asked.</returns>
    public async Task<(IReadOnlyList<FoundPackage> Found, IReadOnlyList<string> Notes)> SearchAsync(string query, int limit, CancellationToken cancellationToken)
    {
        if (feeds.Count == 0)
            throw new PackageException(Empty(query));
        List<FoundPackage> found = [];
        List<string> notes = [];
        foreach (var feed in feeds)
        {
            try
            {
                if (await feed.SearchAsync(query, Math.Min(limit, MaxSearchResults), cancellationToken) is { } results)
                    found.AddRange(results);
                else
                    notes.Add($"{feed.Name} ({feed.Address}) cannot search; plugins install with the exact id works.");
            }
            catch (PackageException error)
            {
                notes.Add(error.Message);
            }
        }

        return ([.. found.Take(limit)], notes);
    }

    /// <summary>The feeds a package may come from, for errors.</summary>
    public string Describe(string id) => $"asked: {string.Join(", ", For(id).Select(static feed => $"{feed.Name} at {feed.Address}"))}";

    private IReadOnlyList<IPackageFeed> For(string id)
    {
        if (mapping is null)
            return feeds;
        var names = mapping(id);
        return [.. feeds.Where(feed => names.Contains(feed.Name, StringComparer.OrdinalIgnoreCase))];
    }

    private string Empty(string id) => feeds.Count == 0
        ? "nuget.config names no package source. Add one with dotnet nuget add source, or pass --source."
        : $"packageSourceMapping of nuget.config has no pattern for {id}. Add one, or pass --source.";
}
