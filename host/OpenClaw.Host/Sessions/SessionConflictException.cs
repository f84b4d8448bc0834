namespace OpenClaw.Host.Sessions;

/// <summary>A session is not as the caller believes it to be, or cannot be changed like that. The text is meant for the caller.</summary>
internal sealed class SessionConflictException(string message, bool isStale = false) : Exception(message)
{
    /// <summary>Whether somebody else changed the session first.</summary>
    public bool IsStale { get; } = isStale;

    /// <summary>What clients know this conflict by, where they know it.</summary>
    public string? Reason { get; init; }
}
