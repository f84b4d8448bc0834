using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Channels.Rpc;

/// <summary>Parameters of <c>channels.status</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ChannelsStatusParams
{
    public bool? Probe { get; init; }

    [Range(0, GatewayLimits.MaxSafeInteger)]
    public long? TimeoutMs { get; init; }

    [NonEmpty]
    public string? Channel { get; init; }
}
