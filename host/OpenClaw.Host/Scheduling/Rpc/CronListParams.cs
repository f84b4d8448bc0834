using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary>Parameters of <c>cron.list</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CronListParams
{
    [NonEmpty]
    public string? SessionKey { get; init; }

    [NonEmpty]
    public string? SessionAgentId { get; init; }

    public bool? IncludeDisabled { get; init; }

    [Range(1, 200)]
    public int? Limit { get; init; }

    [Range(0, GatewayLimits.MaxSafeInteger)]
    public long? Offset { get; init; }

    public string? Query { get; init; }

    [AllowedValues("all", "enabled", "disabled")]
    public string? Enabled { get; init; }

    [AllowedValues("all", "at", "every", "cron", "on-exit", "stream")]
    public string? ScheduleKind { get; init; }

    [AllowedValues("all", "ok", "error", "skipped", "unknown")]
    public string? LastRunStatus { get; init; }

    [AllowedValues("all", "conditional", "unconditional")]
    public string? Trigger { get; init; }

    [AllowedValues("nextRunAtMs", "updatedAtMs", "name")]
    public string? SortBy { get; init; }

    [AllowedValues("asc", "desc")]
    public string? SortDir { get; init; }

    [NonEmpty]
    public string? AgentId { get; init; }

    public bool? Compact { get; init; }

    public bool? IncludeDeliveryPreviews { get; init; }
}
