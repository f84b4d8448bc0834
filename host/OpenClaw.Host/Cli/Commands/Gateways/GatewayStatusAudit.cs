namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary>What is wrong with the definition of the service.</summary>
internal sealed record GatewayStatusAudit(bool Ok, IReadOnlyList<string> Issues);
