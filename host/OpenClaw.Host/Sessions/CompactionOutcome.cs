namespace OpenClaw.Host.Sessions;

/// <summary>What became of a request to summarise a conversation.</summary>
/// <param name="Reason">Why nothing was done; nothing where it was.</param>
internal sealed record CompactionOutcome(string? Reason)
{
    public const string TooSmall = "Nothing to compact (session too small)";

    public bool Done => Reason is null;

    /// <summary>The guessed size before and after.</summary>
    public long TokensBefore { get; init; }

    public long TokensAfter { get; init; }
}
