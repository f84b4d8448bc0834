namespace OpenClaw.Host.Nodes.Surfaces;

/// <summary>Operating systems, in the one word that the rules use.</summary>
internal static class NodePlatform
{
    public const string Linux = "linux";
    public const string Windows = "windows";
    public const string MacOs = "macos";
    public const string Ios = "ios";
    public const string Android = "android";
    public const string Unknown = "unknown";

    public static string Of(string? platform, string? family)
    {
        var text = (platform ?? "").Trim().ToLowerInvariant();
        return Known(text) ?? Known((family ?? "").Trim().ToLowerInvariant()) ?? Unknown;
    }

    private static string? Known(string text) =>
        text.StartsWith("linux", StringComparison.Ordinal) ? Linux
        : text.StartsWith("win", StringComparison.Ordinal) ? Windows
        : text.StartsWith("mac", StringComparison.Ordinal) || text.StartsWith("darwin", StringComparison.Ordinal) ? MacOs
        : text.StartsWith("ios", StringComparison.Ordinal) || text.StartsWith("ipad", StringComparison.Ordinal)
            || text.StartsWith("iphone", StringComparison.Ordinal) ? Ios
        : text.StartsWith("android", StringComparison.Ordinal) ? Android
        : null;
}
