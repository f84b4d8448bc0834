namespace OpenClaw.Agents.OpenAI.Wire;

/// <summary>What the prompt tokens are made of.</summary>
internal sealed record PromptDetails
{
    public long? CachedTokens { get; init; }
}
