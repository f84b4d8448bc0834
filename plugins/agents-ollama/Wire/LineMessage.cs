namespace OpenClaw.Agents.Ollama.Wire;

/// <summary>What a line adds to the answer.</summary>
internal sealed record LineMessage
{
    public string? Content { get; init; }

    public string? Thinking { get; init; }

    public IReadOnlyList<LineCall?>? ToolCalls { get; init; }
}
