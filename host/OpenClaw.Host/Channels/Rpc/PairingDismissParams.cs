using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Channels.Rpc;

/// <summary>Parameters of <c>channels.pairing.dismiss</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PairingDismissParams
{
    [NonEmpty]
    public required string Channel { get; init; }

    [NonEmpty]
    public required string AccountId { get; init; }

    [NonEmpty]
    public required string RequestId { get; init; }
}
