using OpenClaw.Host.Plugins.Manifests;

namespace OpenClaw.Host.Plugins.Discovery;

/// <summary>Finds plugin folders and reads their manifests. Runs no code of theirs.</summary>
internal static class PluginDiscovery
{
    /// <summary>More folders than this under one root are a mistake in the path, not plugins.</summary>
    public const int MaxFoldersPerRoot = 512;

    /// <returns>Folders in the order of the roots, then by name; the order in which ids and claims are settled.</returns>
    public static IReadOnlyList<PluginFolder> Find(IEnumerable<PluginRoot> roots)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        List<PluginFolder> found = [];
        foreach (var root in roots)
        {
            foreach (var path in FoldersOf(root).Where(seen.Add))
                found.Add(new PluginFolder(path, root.Origin, ManifestReader.Read(path)));
        }

        return found;
    }

    private static IEnumerable<string> FoldersOf(PluginRoot root)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root.Path));
        if (!Directory.Exists(path))
            return [];
        if (File.Exists(Path.Combine(path, PluginManifest.FileName)))
            return [path];
        try
        {
            return [.. Directory.EnumerateDirectories(path)
                .Where(static folder => !Path.GetFileName(folder).StartsWith('.'))
                .Take(MaxFoldersPerRoot)
                .Order(StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
