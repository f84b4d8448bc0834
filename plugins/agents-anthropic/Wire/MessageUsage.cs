namespace OpenClaw.Agents.Anthropic.Wire;

/// <summary>Token counts; those of the prompt leave out what came from a cache.</summary>
internal sealed record MessageUsage
{
    public long? InputTokens { get; init; }

    public long? OutputTokens { get; init; }

    public long? CacheReadInputTokens { get; init; }

    public long? CacheCreationInputTokens { get; init; }
}
