namespace OpenClaw.Agents.Anthropic.Wire;

/// <summary>More of a content block, or what is known at the end of a message.</summary>
internal sealed record BlockDelta
{
    public string? Type { get; init; }

    public string? Text { get; init; }

    public string? Thinking { get; init; }

    public string? Signature { get; init; }

    public string? PartialJson { get; init; }

    public string? StopReason { get; init; }
}
