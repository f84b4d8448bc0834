namespace OpenClaw.Agents.Ollama.Wire;

/// <summary>The answer of <c>POST /api/embed</c>.</summary>
internal sealed record EmbedReply
{
    public IReadOnlyList<float[]?>? Embeddings { get; init; }

    public long? PromptEvalCount { get; init; }
}
