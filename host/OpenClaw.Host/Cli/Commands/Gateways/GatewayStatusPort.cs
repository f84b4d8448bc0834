namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary>The gateway's port on this machine.</summary>
/// <param name="Port">Its number.</param>
/// <param name="Status"><c>busy</c> or <c>free</c>.</param>
/// <param name="Listeners">Who listens, as far as this user may see.</param>
/// <param name="Hints">What to do about it.</param>
internal sealed record GatewayStatusPort(int Port, string Status, IReadOnlyList<GatewayStatusListener> Listeners, IReadOnlyList<string> Hints);
