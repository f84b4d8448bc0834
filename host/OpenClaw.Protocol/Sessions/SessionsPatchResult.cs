namespace OpenClaw.Protocol.Sessions;

/// <summary>Answer to <c>sessions.patch</c>.</summary>
public sealed record SessionsPatchResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>Where sessions are stored.</summary>
    public required string Path { get; init; }

    /// <summary>Canonical key.</summary>
    public required string Key { get; init; }

    /// <summary>The session.</summary>
    public required SessionEntryInfo Entry { get; init; }

    /// <summary>What it runs with.</summary>
    public SessionResolved? Resolved { get; init; }
}
