using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary>Parameters of <c>cron.update</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CronUpdateParams : ICronJobParams
{
    [NonEmpty]
    public string? Id { get; init; }

    [NonEmpty]
    public string? JobId { get; init; }

    public required CronPatch Patch { get; init; }

    /// <summary>Refuses the change when the job is not what the caller has seen.</summary>
    [Length(1, 128)]
    public string? ExpectedConfigRevision { get; init; }
}
