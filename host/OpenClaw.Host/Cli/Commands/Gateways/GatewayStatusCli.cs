namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary>This program.</summary>
internal sealed record GatewayStatusCli(string Version, string? Entrypoint);
