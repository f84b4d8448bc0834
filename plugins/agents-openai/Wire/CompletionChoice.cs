namespace OpenClaw.Agents.OpenAI.Wire;

/// <summary>One of the answers; only the first is asked for.</summary>
internal sealed record CompletionChoice
{
    public int? Index { get; init; }

    public CompletionDelta? Delta { get; init; }

    public CompletionDelta? Message { get; init; }

    public string? FinishReason { get; init; }
}
