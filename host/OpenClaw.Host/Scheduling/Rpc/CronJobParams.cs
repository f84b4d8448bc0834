using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary>Parameters of <c>cron.get</c> and <c>cron.remove</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CronJobParams : ICronJobParams
{
    [NonEmpty]
    public string? Id { get; init; }

    [NonEmpty]
    public string? JobId { get; init; }
}
