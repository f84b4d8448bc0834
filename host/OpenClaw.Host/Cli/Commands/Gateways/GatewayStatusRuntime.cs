namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary>The process that holds the state folder.</summary>
/// <param name="Status"><c>running</c>, <c>stopped</c> or <c>unknown</c>.</param>
/// <param name="Pid">The process, while one runs.</param>
internal sealed record GatewayStatusRuntime(string Status, int? Pid);
