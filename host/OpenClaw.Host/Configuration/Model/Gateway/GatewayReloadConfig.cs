namespace OpenClaw.Host.Configuration.Model.Gateway;

/// <summary><c>gateway.reload</c>.</summary>
internal sealed record GatewayReloadConfig
{
    public ReloadMode Mode { get; init; } = ReloadMode.Hybrid;

    public TimeSpan Debounce { get; init; } = TimeSpan.FromMilliseconds(300);

    public TimeSpan DeferralTimeout { get; init; } = TimeSpan.FromMinutes(5);
}
