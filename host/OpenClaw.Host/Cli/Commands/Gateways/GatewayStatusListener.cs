namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary>A process that listens on the gateway's port.</summary>
internal sealed record GatewayStatusListener(int Pid, string Command, string Address, string? CommandLine);
