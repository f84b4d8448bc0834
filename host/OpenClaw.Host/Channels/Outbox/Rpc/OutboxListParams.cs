using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Channels.Outbox.Rpc;

/// <summary>Parameters of <c>outbox.list</c>. Without a state, everything but what was sent or dropped.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record OutboxListParams
{
    [AllowedValues(
        OutboxStates.Queued, OutboxStates.Attempting, OutboxStates.Sent, OutboxStates.Failed, OutboxStates.Expired, OutboxStates.Unknown,
        OutboxStates.Dropped)]
    public string? State { get; init; }

    [NonEmpty]
    public string? Channel { get; init; }

    [Range(1, 200)]
    public int? Limit { get; init; }

    /// <summary>The last id of the page before.</summary>
    [Range(0, GatewayLimits.MaxSafeInteger)]
    public long? Cursor { get; init; }
}
