namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary>Answer of <c>cron.run</c>.</summary>
internal sealed record CronRunResult
{
    public bool Ok { get; init; } = true;

    public bool? Enqueued { get; init; }

    public bool? Ran { get; init; }

    public string? Reason { get; init; }

    public string? RunId { get; init; }

    public string? ProcessInstanceId { get; init; }
}
