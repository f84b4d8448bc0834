using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary>Parameters of <c>cron.runs</c>. The third generation asks for more at a time.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CronRunsParams : ICronJobParams
{
    [NonEmpty]
    public string? AgentId { get; init; }

    [AllowedValues("job", "all")]
    public string? Scope { get; init; }

    [NonEmpty]
    [RegularExpression("^[^/\\\\]+$")]
    public string? Id { get; init; }

    [NonEmpty]
    [RegularExpression("^[^/\\\\]+$")]
    public string? JobId { get; init; }

    [NonEmpty]
    public string? RunId { get; init; }

    [Range(1, 5000)]
    public int? Limit { get; init; }

    [Range(0, GatewayLimits.MaxSafeInteger)]
    public long? Offset { get; init; }

    [Length(1, 3)]
    [JsonSchemaText("""{"type":"array","minItems":1,"maxItems":3,"items":{"enum":["ok","error","skipped"]}}""")]
    public IReadOnlyList<string>? Statuses { get; init; }

    [AllowedValues("all", "ok", "error", "skipped")]
    public string? Status { get; init; }

    [JsonSchemaText("""{"type":"array","minItems":1,"maxItems":4,"items":{"enum":["delivered","not-delivered","unknown","not-requested"]}}""")]
    public IReadOnlyList<string>? DeliveryStatuses { get; init; }

    [AllowedValues("delivered", "not-delivered", "unknown", "not-requested")]
    public string? DeliveryStatus { get; init; }

    public string? Query { get; init; }

    [AllowedValues("asc", "desc")]
    public string? SortDir { get; init; }
}
