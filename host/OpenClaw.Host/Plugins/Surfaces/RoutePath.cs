namespace OpenClaw.Host.Plugins.Surfaces;

/// <summary>Paths of routes in the one form in which they are compared: lower case, no slash at the end.</summary>
internal static class RoutePath
{
    private const int MaxLength = 256;

    /// <summary>What is wrong with a path that a plugin asks for; null when nothing is.</summary>
    public static string? ProblemOf(string? path)
    {
        if (path is null || path.Length > MaxLength || !path.StartsWith('/'))
            return $"must start with a slash and have at most {MaxLength} characters";
        var normal = Normalize(path);
        if (normal.Length == 0)
            return "is the root, which belongs to the gateway";
        foreach (var segment in normal.AsSpan(1).ToString().Split('/'))
        {
            if (segment.Length == 0 || segment is "." or ".." || segment.Any(static c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '~' or '-')))
                return "may have segments of a-z A-Z 0-9 . _ ~ - only, none empty and none that is . or ..";
        }

        return null;
    }

    /// <summary>Of a path that was checked, or of a request.</summary>
    public static string Normalize(string path)
    {
        var plain = path.EndsWith('/') ? path[..^1] : path;
        return plain.ToLowerInvariant();
    }

    /// <summary>Whether the path is the other one or lies below it. Both normal.</summary>
    public static bool IsWithin(string path, string parent) =>
        path.StartsWith(parent, StringComparison.Ordinal) && (path.Length == parent.Length || path[parent.Length] == '/');
}
