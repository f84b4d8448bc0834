namespace OpenClaw.Surfaces;

/// <summary>An HTTP route on the gateway's port. The gateway claims it for the plugin while the plugin runs.</summary>
public sealed record PluginRoute
{
    /// <summary>
    /// Where it is: starts with a slash, at most 256 of <c>a-z A-Z 0-9 . _ ~ -</c> and slashes, no empty segment and none that is
    /// <c>.</c> or <c>..</c>. The gateway's own paths are refused, and so is a path that overlaps one with another <see cref="Authentication"/>.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>Who checks the caller.</summary>
    public required RouteAuthentication Authentication { get; init; }

    /// <summary>Whether paths below are taken too. Default: no.</summary>
    public RouteMatch Match { get; init; } = RouteMatch.Exact;

    /// <summary>HTTP methods it takes, in capitals; others are answered with 405. <c>HEAD</c> comes with <c>GET</c>. Default: <c>GET</c>.</summary>
    public IReadOnlyList<string> Methods { get; init; } = ["GET"];

    /// <summary>Largest request body in bytes, 0 to 64 MiB; a larger one is answered with 413. Default 1 MiB.</summary>
    public long MaxBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>How long one request may take, at most 10 minutes; then the token ends, and the caller gets 504. Default 30 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Requests handled side by side, 1 to 256; more are answered with 503. Default 16.</summary>
    public int MaxConcurrent { get; init; } = 16;
}
