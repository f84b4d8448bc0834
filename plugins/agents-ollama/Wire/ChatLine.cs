using System.Text.Json;

namespace OpenClaw.Agents.Ollama.Wire;

/// <summary>One line of an answer.</summary>
internal sealed record ChatLine
{
    public LineMessage? Message { get; init; }

    public bool Done { get; init; }

    public string? DoneReason { get; init; }

    public long? PromptEvalCount { get; init; }

    public long? EvalCount { get; init; }

    /// <summary>Present when the far end fails after it began to answer.</summary>
    public JsonElement Error { get; init; }
}
