namespace OpenClaw.Agents.OpenAI.Wire;

/// <summary>Why a response is not complete.</summary>
internal sealed record IncompleteDetails
{
    public string? Reason { get; init; }
}
