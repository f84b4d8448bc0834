namespace OpenClaw.Agents.OpenAI.Wire;

/// <summary>A text inside an item.</summary>
internal sealed record ResponsePart
{
    public string? Type { get; init; }

    public string? Text { get; init; }

    public string? Refusal { get; init; }
}
