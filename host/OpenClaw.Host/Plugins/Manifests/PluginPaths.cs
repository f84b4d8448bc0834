namespace OpenClaw.Host.Plugins.Manifests;

/// <summary>Keeps a path that a manifest names inside its plugin folder.</summary>
internal static class PluginPaths
{
    /// <summary>Resolves a relative path. Separators are forward slashes, so a manifest means the same on every system.</summary>
    /// <returns>Null when the path stays inside, else what is wrong with it.</returns>
    public static string? Resolve(string folder, string relative, out string fullPath)
    {
        fullPath = "";
        if (relative.AsSpan().IndexOfAny(['\\', ':', '\0']) >= 0)
            return "the path holds a backslash, a colon or a NUL";
        var segments = relative.Split('/');
        if (segments.Any(static segment => segment is "" or "." or ".."))
            return "the path leaves the plugin folder or is not plain";

        var current = folder;
        foreach (var segment in segments)
        {
            current = Path.Combine(current, segment);
            if (IsLink(current))
                return "the path goes through a link";
        }

        if (!File.Exists(current))
            return "there is no such file in the plugin folder";
        fullPath = current;
        return null;
    }

    public static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;
}
