namespace OpenClaw.Host.Cli.Commands.Planning;

/// <summary>One plugin in a plan.</summary>
/// <param name="Id">The plugin's.</param>
/// <param name="Effect"><c>unchanged</c>, <c>swapped</c>, <c>started</c>, <c>stopped</c> or <c>refused</c>.</param>
/// <param name="Reason">Why it is refused or off.</param>
internal sealed record PlannedPlugin(string Id, string Effect, string? Reason);
