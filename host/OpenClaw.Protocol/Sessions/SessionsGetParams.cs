namespace OpenClaw.Protocol.Sessions;

/// <summary>Parameters of <c>sessions.get</c>; others are ignored.</summary>
public sealed record SessionsGetParams
{
    /// <summary>The session.</summary>
    public required string Key { get; init; }

    /// <summary>Most messages.</summary>
    public long? Limit { get; init; }
}
