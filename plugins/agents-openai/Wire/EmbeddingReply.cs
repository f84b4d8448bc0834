namespace OpenClaw.Agents.OpenAI.Wire;

/// <summary>The answer of <c>POST /embeddings</c>.</summary>
internal sealed record EmbeddingReply
{
    public IReadOnlyList<EmbeddingItem?>? Data { get; init; }

    public CompletionUsage? Usage { get; init; }
}
