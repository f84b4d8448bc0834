namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary>The configuration that commands read, and the one that the gateway of this machine reads.</summary>
internal sealed record GatewayStatusConfigs(GatewayStatusConfig Cli, GatewayStatusConfig Daemon);
