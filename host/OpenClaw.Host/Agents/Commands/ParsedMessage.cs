namespace OpenClaw.Host.Agents.Commands;

/// <summary>A message as its sender may have it understood.</summary>
/// <param name="Commands">What it asks of the gateway; nothing when it is for the agent.</param>
/// <param name="Inline">What stands inside a message for the agent and is not for it.</param>
internal sealed record ParsedMessage(IReadOnlyList<CommandLine> Commands, InlineDirectives? Inline)
{
    public static ParsedMessage Plain { get; } = new([], null);

    public CommandLine? Command => Commands.Count > 0 ? Commands[0] : null;
}
