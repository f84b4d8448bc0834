using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Channels.Rpc;

/// <summary>Parameters of <c>channels.start</c>, <c>channels.stop</c> and <c>channels.logout</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ChannelParams
{
    [NonEmpty]
    public required string Channel { get; init; }

    public string? AccountId { get; init; }
}
