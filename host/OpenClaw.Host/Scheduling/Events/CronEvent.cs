using OpenClaw.Host.Scheduling.Jobs;

namespace OpenClaw.Host.Scheduling.Events;

/// <summary>The payload of the event <c>cron</c>.</summary>
internal sealed record CronEvent
{
    public required string JobId { get; init; }

    /// <summary><c>added</c>, <c>updated</c>, <c>removed</c>, <c>started</c> or <c>finished</c>.</summary>
    public required string Action { get; init; }

    public CronJob? Job { get; init; }

    public string? Status { get; init; }

    public string? CompletionStatus { get; init; }

    public string? Error { get; init; }

    public string? Summary { get; init; }

    public string? DeliveryStatus { get; init; }

    public string? SessionKey { get; init; }

    public long? RunAtMs { get; init; }

    public long? DurationMs { get; init; }

    public string? RunId { get; init; }

    public long? NextRunAtMs { get; init; }
}
