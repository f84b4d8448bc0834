using System.Text.Json;

namespace OpenClaw.Agents.OpenAI.Wire;

/// <summary>A chunk of an answer, or a whole one where the far end does not stream.</summary>
internal sealed record Completion
{
    public string? Id { get; init; }

    public IReadOnlyList<CompletionChoice?>? Choices { get; init; }

    public CompletionUsage? Usage { get; init; }

    /// <summary>Present when the far end fails after it began to answer.</summary>
    public JsonElement Error { get; init; }
}
