namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary>Why no connection came about.</summary>
internal sealed record GatewayStatusFailure(string Kind);
