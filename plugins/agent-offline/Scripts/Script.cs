namespace OpenClaw.Agents.Offline.Scripts;

/// <summary>What the phrases of a message ask for.</summary>
internal sealed record Script
{
    public IReadOnlyList<PlannedCall> Calls { get; init; } = [];

    public PlannedFailure? Failure { get; init; }

    public TimeSpan Wait { get; init; }

    public int? Words { get; init; }

    /// <summary>Ends the stream without its last update after so many words.</summary>
    public int? CutAfterWords { get; init; }

    public bool Refuse { get; init; }

    public bool Help { get; init; }
}
