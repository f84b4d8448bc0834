namespace OpenClaw.Agents.Ollama.Wire;

/// <summary>A tool call; it comes whole.</summary>
internal sealed record LineCall
{
    public string? Id { get; init; }

    public LineFunction? Function { get; init; }
}
