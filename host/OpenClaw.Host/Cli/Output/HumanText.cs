namespace OpenClaw.Host.Cli.Output;

/// <summary>Times, paths and counts as people read them.</summary>
internal static class HumanText
{
    public static string Age(TimeSpan age) => age switch
    {
        { TotalSeconds: < 60 } => "just now",
        { TotalMinutes: < 60 } => $"{(int)age.TotalMinutes}m ago",
        { TotalHours: < 48 } => $"{(int)age.TotalHours}h ago",
        _ => $"{(int)age.TotalDays}d ago",
    };

    public static string Age(TimeProvider time, long? unixMilliseconds) => unixMilliseconds is { } at
        ? Age(time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(at))
        : "-";

    public static string Duration(TimeSpan duration) =>
        duration.TotalSeconds < 1 ? $"{duration.TotalMilliseconds:0}ms" : $"{duration.TotalSeconds:0.##}s";

    /// <summary>The home directory as <c>~</c>; for people only, scripts get whole paths.</summary>
    public static string Path(string path, string home) =>
        path.StartsWith(home + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal) ? "~" + path[home.Length..] : path;
}
