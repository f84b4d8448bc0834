namespace OpenClaw.Agents.OpenAI.Wire;

/// <summary>Token counts of a response.</summary>
internal sealed record ResponseUsage
{
    public long? InputTokens { get; init; }

    public long? OutputTokens { get; init; }

    public PromptDetails? InputTokensDetails { get; init; }

    /// <summary>The wire counts cached tokens inside the input; the contract counts them apart.</summary>
    public ModelUsage ToUsage()
    {
        var input = Math.Max(0, InputTokens ?? 0);
        var cached = Math.Clamp(InputTokensDetails?.CachedTokens ?? 0, 0, input);
        return new ModelUsage(input - cached, Math.Max(0, OutputTokens ?? 0), cached);
    }
}
