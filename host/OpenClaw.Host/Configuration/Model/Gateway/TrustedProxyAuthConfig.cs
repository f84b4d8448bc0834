namespace OpenClaw.Host.Configuration.Model.Gateway;

/// <summary><c>gateway.auth.trustedProxy</c>: identity taken from headers of a proxy that is believed.</summary>
internal sealed record TrustedProxyAuthConfig
{
    public string? UserHeader { get; init; }

    public IReadOnlyList<string> RequiredHeaders { get; init; } = [];

    /// <summary>Empty means every user the proxy names.</summary>
    public IReadOnlyList<string> AllowUsers { get; init; } = [];

    public bool AllowLoopback { get; init; }

    /// <summary>Whether devices of people the proxy names are approved without the owner.</summary>
    public bool DeviceAutoApprove { get; init; }

    /// <summary>The most such a device is approved for.</summary>
    public IReadOnlyList<string> DeviceAutoApproveScopes { get; init; } =
        ["operator.read", "operator.write", "operator.approvals", "operator.questions"];
}
