namespace OpenClaw.Host.Scheduling.Delivery;

/// <summary>The payload of a call that tells of a job's failures, or of their end.</summary>
internal sealed record FailureNotice
{
    /// <summary><c>failure-alert</c> or <c>failure-recovered</c>.</summary>
    public required string Action { get; init; }

    public required string JobId { get; init; }

    public required string JobName { get; init; }

    public string? Error { get; init; }

    public int? ConsecutiveErrors { get; init; }

    public required long Ts { get; init; }
}
