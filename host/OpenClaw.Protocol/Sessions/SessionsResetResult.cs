namespace OpenClaw.Protocol.Sessions;

/// <summary>Answer to <c>sessions.reset</c>.</summary>
public sealed record SessionsResetResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>Canonical key.</summary>
    public required string Key { get; init; }

    /// <summary>The session.</summary>
    public required SessionEntryInfo Entry { get; init; }

    /// <summary>What it runs with.</summary>
    public SessionResolved? Resolved { get; init; }
}
