namespace OpenClaw.Protocol.Agents;

/// <summary>First answer to <c>agent</c>, and the only one to a repeat of a running one.</summary>
public sealed record AgentAcceptedResult
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>Canonical key of its session; absent for protocol 3.</summary>
    public string? SessionKey { get; init; }

    /// <summary>The agent; absent for protocol 3.</summary>
    public string? AgentId { get; init; }

    /// <summary><c>accepted</c>, or <c>in_flight</c> for a repeat.</summary>
    public required string Status { get; init; }

    /// <summary>When the run was admitted.</summary>
    public long? AcceptedAt { get; init; }
}
