using System.Text.Json;

namespace OpenClaw.Agents.OpenAI.Wire;

/// <summary>More of an answer. Members whose type differs between far ends stay JSON.</summary>
internal sealed record CompletionDelta
{
    public JsonElement Content { get; init; }

    public JsonElement ReasoningContent { get; init; }

    public JsonElement Reasoning { get; init; }

    public JsonElement Refusal { get; init; }

    public IReadOnlyList<ToolCallPiece?>? ToolCalls { get; init; }
}
