using System.Text.Json.Serialization;

namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary>Answer of <c>cron.status</c>.</summary>
internal sealed record CronStatusResult
{
    public required bool Enabled { get; init; }

    /// <summary>Whether jobs may hang on condition scripts.</summary>
    public required bool TriggersEnabled { get; init; }

    public required string StorePath { get; init; }

    public required string Storage { get; init; }

    public required string SqlitePath { get; init; }

    public required int Jobs { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long? NextWakeAtMs { get; init; }
}
