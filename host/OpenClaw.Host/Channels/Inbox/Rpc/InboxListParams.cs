using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Channels.Inbox.Rpc;

/// <summary>Parameters of <c>inbox.list</c>. Without a state, what waits and what failed.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record InboxListParams
{
    [AllowedValues(InboxStates.Waiting, InboxStates.Held, InboxStates.Turned, InboxStates.Dropped, InboxStates.Failed)]
    public string? State { get; init; }

    [NonEmpty]
    public string? Channel { get; init; }

    [Range(1, 200)]
    public int? Limit { get; init; }

    /// <summary>The last id of the page before.</summary>
    [Range(0, GatewayLimits.MaxSafeInteger)]
    public long? Cursor { get; init; }
}
