namespace OpenClaw.Host.Scheduling.Jobs;

/// <summary>How a job is doing.</summary>
internal sealed record CronJobState
{
    public static CronJobState None { get; } = new();

    /// <summary>When the job was last switched on or off, or its schedule changed.</summary>
    public long? ScheduleActivatedAtMs { get; init; }

    public long? NextRunAtMs { get; init; }

    /// <summary>Set while it runs.</summary>
    public long? RunningAtMs { get; init; }

    public long? LastRunAtMs { get; init; }

    public string? LastRunStatus { get; init; }

    public string? LastStatus { get; init; }

    public string? LastError { get; init; }

    public long? LastDurationMs { get; init; }

    public string? LastDeliveryStatus { get; init; }

    public string? LastFailureNotificationDeliveryStatus { get; init; }

    /// <summary>When somebody was last told that the job keeps failing.</summary>
    public long? LastFailureAlertAtMs { get; init; }

    /// <summary>Set from then on until the job has worked again.</summary>
    public bool? FailureAlertOpen { get; init; }

    public int? ConsecutiveErrors { get; init; }

    public int? ConsecutiveSkipped { get; init; }
}
