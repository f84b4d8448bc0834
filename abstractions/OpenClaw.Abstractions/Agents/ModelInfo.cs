namespace OpenClaw.Agents;

/// <summary>What is known of a model.</summary>
public sealed record ModelInfo
{
    /// <summary>The model's name without the provider, as the far end wants it.</summary>
    public required string Id { get; init; }

    /// <summary>The name shown to people; the id where there is none.</summary>
    public string? Name { get; init; }

    /// <summary>Tokens that fit into one request, prompt and answer together, where known.</summary>
    public int? ContextWindow { get; init; }

    /// <summary>Most tokens of one answer, where known.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>Whether the model can think before it answers.</summary>
    public bool Reasoning { get; init; }

    /// <summary>Whether the model takes images.</summary>
    public bool AcceptsImages { get; init; }

    /// <summary>Whether the model can call tools.</summary>
    public bool AcceptsTools { get; init; } = true;
}
