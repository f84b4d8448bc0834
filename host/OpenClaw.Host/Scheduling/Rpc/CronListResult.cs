using System.Text.Json.Serialization;
using OpenClaw.Host.Scheduling.Jobs;

namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary>Answer of <c>cron.list</c>.</summary>
internal sealed record CronListResult
{
    public required IReadOnlyList<CronJob> Jobs { get; init; }

    /// <summary>Changes with any of the jobs listed.</summary>
    public required string SnapshotRevision { get; init; }

    public required int Total { get; init; }

    public required int Offset { get; init; }

    public required int Limit { get; init; }

    public required bool HasMore { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? NextOffset { get; init; }

    public IReadOnlyDictionary<string, DeliveryPreview>? DeliveryPreviews { get; init; }
}
