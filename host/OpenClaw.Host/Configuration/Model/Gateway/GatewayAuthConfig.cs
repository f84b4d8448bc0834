namespace OpenClaw.Host.Configuration.Model.Gateway;

/// <summary><c>gateway.auth</c>, with the mode decided: as configured, else password when one is set, else token.</summary>
internal sealed record GatewayAuthConfig
{
    public GatewayAuthMode Mode { get; init; } = GatewayAuthMode.Token;

    /// <summary>False when <see cref="Mode"/> was derived from the secrets present.</summary>
    public bool ModeIsExplicit { get; init; }

    public Secret? Token { get; init; }

    public Secret? Password { get; init; }

    public bool AllowTailscale { get; init; }

    public AuthRateLimitConfig RateLimit { get; init; } = new();

    public TrustedProxyAuthConfig TrustedProxy { get; init; } = new();
}
