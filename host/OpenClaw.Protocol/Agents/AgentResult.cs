namespace OpenClaw.Protocol.Agents;

/// <summary>Last answer to <c>agent</c>.</summary>
public sealed record AgentResult
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>ok, error or timeout.</summary>
    public required string Status { get; init; }

    /// <summary>completed, aborted, or what went wrong.</summary>
    public string? Summary { get; init; }

    /// <summary>Why the run stopped early.</summary>
    public string? StopReason { get; init; }

    /// <summary>What ran out of time, for example <c>provider</c>.</summary>
    public string? TimeoutPhase { get; init; }

    /// <summary>What came out of it.</summary>
    public AgentRunResult? Result { get; init; }
}
