using System.Collections.Frozen;

namespace OpenClaw.Host.Plugins.Surfaces;

/// <summary>Finds what takes a path: the same path first, then the longest one above it.</summary>
internal sealed class RouteTable<T>
    where T : class
{
    public static readonly RouteTable<T> Empty = new([]);

    private readonly FrozenDictionary<string, T> _exact;
    private readonly (string Path, T Value)[] _prefixes;

    /// <param name="routes">Normal paths, each once as itself and once as a prefix at most.</param>
    public RouteTable(IReadOnlyCollection<(string Path, bool IsPrefix, T Value)> routes)
    {
        _exact = routes.Where(static route => !route.IsPrefix).ToFrozenDictionary(static route => route.Path, static route => route.Value, StringComparer.Ordinal);
        _prefixes = [.. routes.Where(static route => route.IsPrefix).OrderByDescending(static route => route.Path.Length).Select(static route => (route.Path, route.Value))];
    }

    public bool IsEmpty => _exact.Count == 0 && _prefixes.Length == 0;

    /// <summary>What takes the path of a request.</summary>
    public T? FindRequest(PathString path) => IsEmpty ? null : Find(RoutePath.Normalize(path.Value ?? ""));

    /// <param name="path">Normal.</param>
    public T? Find(string path)
    {
        if (_exact.TryGetValue(path, out var found))
            return found;
        foreach (var (prefix, value) in _prefixes)
        {
            if (RoutePath.IsWithin(path, prefix))
                return value;
        }

        return null;
    }
}
