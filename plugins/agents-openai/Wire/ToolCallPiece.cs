namespace OpenClaw.Agents.OpenAI.Wire;

/// <summary>A piece of a tool call.</summary>
internal sealed record ToolCallPiece
{
    public int? Index { get; init; }

    public string? Id { get; init; }

    public FunctionPiece? Function { get; init; }
}
