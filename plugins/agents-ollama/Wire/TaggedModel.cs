namespace OpenClaw.Agents.Ollama.Wire;

/// <summary>A model that is installed.</summary>
internal sealed record TaggedModel
{
    public string? Name { get; init; }
}
