namespace OpenClaw.Agents.Anthropic.Wire;

/// <summary>A model as the far end lists it.</summary>
internal sealed record ListedModel
{
    public string? Id { get; init; }

    public string? DisplayName { get; init; }
}
