namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary>The configuration file.</summary>
internal sealed record GatewayStatusConfig(string Path, bool Exists, bool Valid);
