namespace OpenClaw.Agents.OpenAI.Wire;

/// <summary>Token counts.</summary>
internal sealed record CompletionUsage
{
    public long? PromptTokens { get; init; }

    public long? CompletionTokens { get; init; }

    public PromptDetails? PromptTokensDetails { get; init; }

    /// <summary>The name DeepSeek uses for cached tokens.</summary>
    public long? PromptCacheHitTokens { get; init; }

    /// <summary>The wire counts cached tokens inside the prompt; the contract counts them apart.</summary>
    public ModelUsage ToUsage()
    {
        var prompt = Math.Max(0, PromptTokens ?? 0);
        var cached = Math.Clamp(PromptTokensDetails?.CachedTokens ?? PromptCacheHitTokens ?? 0, 0, prompt);
        return new ModelUsage(prompt - cached, Math.Max(0, CompletionTokens ?? 0), cached);
    }
}
