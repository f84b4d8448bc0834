namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary>Something on this machine that may start a gateway too.</summary>
internal sealed record GatewayStatusExtra(string Platform, string Label, string Detail, string Scope);
