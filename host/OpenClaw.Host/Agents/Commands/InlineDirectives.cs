using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents.Commands;

/// <summary>What was chosen inside a message for that message alone, and what is left of it.</summary>
/// <param name="Text">The message without it.</param>
internal sealed record InlineDirectives(string Text)
{
    /// <summary>All of it in its order, as if each had been written alone.</summary>
    public IReadOnlyList<CommandLine> Commands { get; init; } = [];

    public ModelReference? Model { get; init; }

    /// <summary>Questions to the gateway; they are answered beside the message.</summary>
    public IEnumerable<CommandLine> Questions => Commands.Where(static command => ChatCommands.IsQuestion(command.Name)).Distinct();

    public RunInput ApplyTo(RunInput input) => input with
    {
        Provider = Model?.Provider ?? input.Provider,
        Model = Model?.Model ?? input.Model,
        Thinking = Last(ChatCommands.Think) ?? input.Thinking,
        Verbose = Last(ChatCommands.Verbose) ?? input.Verbose,
        Reasoning = Last(ChatCommands.Reasoning) ?? input.Reasoning,
        QueueMode = Last(ChatCommands.Queue) ?? input.QueueMode,
    };

    /// <summary>Of messages that become one turn, the later word counts.</summary>
    public InlineDirectives Before(InlineDirectives? later) => later is null
        ? this
        : this with { Commands = [.. Commands, .. later.Commands], Model = later.Model ?? Model };

    private string? Last(string name) => Commands.LastOrDefault(command => command.Name == name)?.Rest.ToLowerInvariant();
}
