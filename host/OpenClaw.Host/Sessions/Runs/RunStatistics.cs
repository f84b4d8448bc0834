namespace OpenClaw.Host.Sessions.Runs;

/// <summary>How the runs of an agent went within some time.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="Runs">Those that ended.</param>
/// <param name="AverageMs">How long they took, on average.</param>
/// <param name="LongestMs">The longest.</param>
/// <param name="Timeouts">Those that ran out of time.</param>
/// <param name="Errors">Those that failed otherwise.</param>
/// <param name="LastEndedAt">When the last one ended.</param>
internal sealed record RunStatistics(
    string AgentId, long Runs, double? AverageMs, long? LongestMs, long Timeouts, long Errors, long LastEndedAt)
{
    /// <summary>Those that have not ended.</summary>
    public long Running { get; init; }

    /// <summary>How the last one ended; nothing while none has.</summary>
    public RunState? LastState { get; init; }

    /// <summary>Why the last one that failed did.</summary>
    public string? LastError { get; init; }

    public static RunStatistics None(string agentId) => new(agentId, 0, null, null, 0, 0, 0);
}
