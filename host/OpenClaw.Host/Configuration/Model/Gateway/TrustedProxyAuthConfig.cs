namespace OpenClaw.Host.Configuration.Model.Gateway;

/// <summary><c>gateway.auth.trustedProxy</c>: identity taken from headers of a proxy that is believed.</summary>
internal sealed record TrustedProxyAuthConfig
{
    public string? UserHeader { get; init; }

    public IReadOnlyList<string> RequiredHeaders { get; init; } = [];

    /// <summary>Empty means every user the proxy names.</summary>
    public IReadOnlyList<string> AllowUsers { get; init; } = [];

    public bool AllowLoopback { get; init; }
}
