namespace OpenClaw.Host.Configuration.Model.Gateway;

/// <summary><c>gateway.auth</c>, with the mode decided: as configured, else password when one is set, else token.</summary>
internal sealed record GatewayAuthConfig
{
    public GatewayAuthMode Mode { get; init; } = GatewayAuthMode.Token;

    /// <summary>False when <see cref="Mode"/> was derived from the secrets present.</summary>
    public bool ModeIsExplicit { get; init; }

    public Secret? Token { get; init; }

    public Secret? Password { get; init; }

    /// <summary>Whether the identity that <c>tailscale serve</c> on this machine gives a caller lets it in beside the token.</summary>
    public bool AllowTailscale { get; init; }

    /// <summary>The scopes of people whom a proxy or Tailscale names; whoever is not listed is limited by their device alone.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> IdentityScopes { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public AuthRateLimitConfig RateLimit { get; init; } = new();

    public TrustedProxyAuthConfig TrustedProxy { get; init; } = new();
}
