using OpenClaw.Protocol.Agents;

namespace OpenClaw.Host.Scheduling.Store;

/// <summary>A run that has ended, as <c>cron.runs</c> lists it.</summary>
internal sealed record CronRunEntry
{
    /// <summary>When it ended.</summary>
    public required long Ts { get; init; }

    public required string JobId { get; init; }

    public string Action { get; init; } = "finished";

    /// <summary><c>ok</c>, <c>error</c> or <c>skipped</c>.</summary>
    public required string Status { get; init; }

    public string? CompletionStatus { get; init; }

    public string? Error { get; init; }

    public string? Summary { get; init; }

    public required string RunId { get; init; }

    public required long RunAtMs { get; init; }

    public required long DurationMs { get; init; }

    public long? NextRunAtMs { get; init; }

    public string? SessionKey { get; init; }

    public string? SessionId { get; init; }

    public string? Model { get; init; }

    public string? Provider { get; init; }

    public RunUsage? Usage { get; init; }

    /// <summary>Whether the result arrived; nothing while nobody knows.</summary>
    public bool? Delivered { get; init; }

    public required string DeliveryStatus { get; init; }

    public required string JobName { get; init; }
}
