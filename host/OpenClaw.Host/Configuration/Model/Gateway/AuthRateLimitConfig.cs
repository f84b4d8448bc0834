namespace OpenClaw.Host.Configuration.Model.Gateway;

/// <summary><c>gateway.auth.rateLimit</c>: failed attempts per client address and kind of credential.</summary>
internal sealed record AuthRateLimitConfig
{
    public int MaxAttempts { get; init; } = 10;

    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan Lockout { get; init; } = TimeSpan.FromMinutes(5);

    public bool ExemptLoopback { get; init; } = true;
}
