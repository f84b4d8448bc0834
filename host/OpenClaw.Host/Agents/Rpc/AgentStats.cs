namespace OpenClaw.Host.Agents.Rpc;

/// <summary>How an agent is doing.</summary>
internal sealed record AgentStats
{
    public required string AgentId { get; init; }

    public string? Name { get; init; }

    public required bool IsDefault { get; init; }

    /// <summary><c>active</c>, <c>idle</c> or <c>failed</c>.</summary>
    public required string State { get; init; }

    public required long Running { get; init; }

    public required long Runs { get; init; }

    public long? AvgMs { get; init; }

    public long? MaxMs { get; init; }

    public required long Timeouts { get; init; }

    public required long Errors { get; init; }

    public long? LastRunAt { get; init; }

    public string? LastError { get; init; }

    public required string Workspace { get; init; }

    public required string AgentDir { get; init; }

    public required string Model { get; init; }

    /// <summary>Rules that lead messages to it.</summary>
    public required int Bindings { get; init; }
}
