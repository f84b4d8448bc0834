namespace OpenClaw.Host.Configuration.Model.Gateway;

/// <summary><c>gateway.remote</c>: the gateway a command line on this machine talks to. No effect on a local listener.</summary>
internal sealed record GatewayRemoteConfig
{
    public string? Url { get; init; }

    public Secret? Token { get; init; }

    public Secret? Password { get; init; }

    public string? TlsFingerprint { get; init; }
}
