namespace OpenClaw.Host.Scheduling.Jobs;

/// <summary>What a job does.</summary>
internal sealed record CronPayload
{
    public required string Kind { get; init; }

    /// <summary>What the session is told, for <c>systemEvent</c>.</summary>
    public string? Text { get; init; }

    /// <summary>What the agent is asked, for <c>agentTurn</c>.</summary>
    public string? Message { get; init; }

    public string? Model { get; init; }

    public IReadOnlyList<string>? Fallbacks { get; init; }

    public string? Thinking { get; init; }

    public double? TimeoutSeconds { get; init; }

    public bool? AllowUnsafeExternalContent { get; init; }

    public bool? LightContext { get; init; }

    public IReadOnlyList<string>? ToolsAllow { get; init; }

    public bool? ToolsAllowIsDefault { get; init; }
}
