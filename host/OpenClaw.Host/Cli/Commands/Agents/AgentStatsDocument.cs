namespace OpenClaw.Host.Cli.Commands.Agents;

/// <summary>How the runs of an agent went within the last day.</summary>
internal sealed record AgentStatsDocument
{
    public required long Running { get; init; }

    public required long Runs { get; init; }

    public long? AvgMs { get; init; }

    public long? MaxMs { get; init; }

    public required long Timeouts { get; init; }

    public required long Errors { get; init; }

    public long? LastRunAt { get; init; }

    public string? LastError { get; init; }
}
