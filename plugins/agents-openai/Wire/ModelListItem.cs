using System.Text.Json;

namespace OpenClaw.Agents.OpenAI.Wire;

/// <summary>One model; the far ends differ in what they tell beside its id.</summary>
internal sealed record ModelListItem
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>OpenRouter's name of the window.</summary>
    public long? ContextLength { get; init; }

    /// <summary>Groq's name of the window.</summary>
    public long? ContextWindow { get; init; }

    /// <summary>vLLM's name of the window.</summary>
    public long? MaxModelLen { get; init; }

    public JsonElement SupportedParameters { get; init; }
}
