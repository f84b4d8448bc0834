namespace OpenClaw.Host.Cli.Commands;

/// <summary>Where the gateway is expected.</summary>
internal sealed record GatewayStatusGateway(string? BindMode, int Port, string ProbeUrl, string UrlSource, string? Version);
