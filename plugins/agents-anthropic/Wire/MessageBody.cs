namespace OpenClaw.Agents.Anthropic.Wire;

/// <summary>A message of the model.</summary>
internal sealed record MessageBody
{
    public string? Id { get; init; }

    public IReadOnlyList<ContentBlock?>? Content { get; init; }

    public string? StopReason { get; init; }

    public MessageUsage? Usage { get; init; }
}
