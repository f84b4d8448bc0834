namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary>Whether a service manager knows the gateway.</summary>
internal sealed record GatewayStatusLoadState(string Status);
