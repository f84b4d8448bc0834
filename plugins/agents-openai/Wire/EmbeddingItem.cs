namespace OpenClaw.Agents.OpenAI.Wire;

/// <summary>One vector.</summary>
internal sealed record EmbeddingItem
{
    public int? Index { get; init; }

    public float[]? Embedding { get; init; }
}
