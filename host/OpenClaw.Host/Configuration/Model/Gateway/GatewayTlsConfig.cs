namespace OpenClaw.Host.Configuration.Model.Gateway;

/// <summary><c>gateway.tls</c>.</summary>
internal sealed record GatewayTlsConfig
{
    public bool Enabled { get; init; }

    public bool AutoGenerate { get; init; } = true;

    public string? CertPath { get; init; }

    public string? KeyPath { get; init; }

    public string? CaPath { get; init; }
}
