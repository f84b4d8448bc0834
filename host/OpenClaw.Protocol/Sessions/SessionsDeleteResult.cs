namespace OpenClaw.Protocol.Sessions;

/// <summary>Answer to <c>sessions.delete</c>.</summary>
public sealed record SessionsDeleteResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>Canonical key.</summary>
    public required string Key { get; init; }

    /// <summary>False when there was none.</summary>
    public required bool Deleted { get; init; }

    /// <summary>Where its transcripts are kept now.</summary>
    public required IReadOnlyList<string> Archived { get; init; }
}
