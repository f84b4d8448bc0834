namespace OpenClaw.Host.Cli.Commands;

/// <summary>This program.</summary>
internal sealed record GatewayStatusCli(string Version, string? Entrypoint);
