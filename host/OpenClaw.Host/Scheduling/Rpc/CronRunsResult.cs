using System.Text.Json.Serialization;
using OpenClaw.Host.Scheduling.Store;

namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary>Answer of <c>cron.runs</c>.</summary>
internal sealed record CronRunsResult
{
    public required IReadOnlyList<CronRunEntry> Entries { get; init; }

    public required long Total { get; init; }

    public required long Offset { get; init; }

    public required int Limit { get; init; }

    public required bool HasMore { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long? NextOffset { get; init; }
}
