using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Channels.Inbox.Rpc;

/// <summary>Parameters of <c>inbox.retry</c> and <c>inbox.drop</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record InboxIdParams
{
    [Range(1, GatewayLimits.MaxSafeInteger)]
    public required long Id { get; init; }
}
