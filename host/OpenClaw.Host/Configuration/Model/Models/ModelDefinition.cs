using System.Text.Json;

namespace OpenClaw.Host.Configuration.Model.Models;

/// <summary>One model of a provider.</summary>
internal sealed record ModelDefinition
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Null means the provider's.</summary>
    public string? Api { get; init; }

    public bool Reasoning { get; init; }

    public IReadOnlyList<string> Input { get; init; } = ["text"];

    public ModelCost Cost { get; init; } = new();

    public int ContextWindow { get; init; } = 200_000;

    public int? ContextTokens { get; init; }

    public int MaxTokens { get; init; } = 8192;

    public JsonElement? Params { get; init; }

    public JsonElement? Compat { get; init; }
}
