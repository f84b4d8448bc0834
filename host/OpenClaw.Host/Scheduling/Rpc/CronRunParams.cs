using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary>Parameters of <c>cron.run</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CronRunParams : ICronJobParams
{
    [NonEmpty]
    public string? Id { get; init; }

    [NonEmpty]
    public string? JobId { get; init; }

    [AllowedValues("due", "force", "if-enabled")]
    public string? Mode { get; init; }

    /// <summary>Refuses the run when the gateway was started anew since the caller looked.</summary>
    [NonEmpty]
    public string? ExpectedProcessInstanceId { get; init; }
}
