using OpenClaw.Agents;
using OpenClaw.Content;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>One complete answer of a model.</summary>
internal sealed record ModelAnswer
{
    public required string Text { get; init; }

    public required IReadOnlyList<ThinkingPart> Thinking { get; init; }

    public required IReadOnlyList<ToolCallPart> ToolCalls { get; init; }

    public required ModelUsage Usage { get; init; }

    public required ModelStopped Stopped { get; init; }
}
