using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Channels.Outbox.Rpc;

/// <summary>Parameters of <c>outbox.retry</c> and <c>outbox.drop</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record OutboxIdParams
{
    [Range(1, GatewayLimits.MaxSafeInteger)]
    public required long Id { get; init; }
}
