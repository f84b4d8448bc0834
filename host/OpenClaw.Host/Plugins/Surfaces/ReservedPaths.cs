namespace OpenClaw.Host.Plugins.Surfaces;

/// <summary>Paths that are the gateway's own, or will be: no plugin may have one, or anything below or above it.</summary>
internal static class ReservedPaths
{
    // Webhooks of channels have lived there since before there were plugins.
    private const string ChannelWebhooks = "/api/channels/";

    private static readonly string[] All =
    [
        "/health", "/healthz", "/ready", "/readyz", "/startup", "/startupz", "/hooks", "/tools", "/v1", "/api", "/__openclaw__", "/metrics",
        "/j", "/oauth/mcp", "/browser/screencast", "/avatar", "/share", "/assets", "/control-ui-config.json",
    ];

    /// <param name="path">Normal.</param>
    public static bool Contains(string path) =>
        !path.StartsWith(ChannelWebhooks, StringComparison.Ordinal)
        && All.Any(reserved => RoutePath.IsWithin(path, reserved) || RoutePath.IsWithin(reserved, path));
}
