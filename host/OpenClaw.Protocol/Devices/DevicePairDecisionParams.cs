using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Devices;

/// <summary>Parameters of <c>device.pair.approve</c> and <c>device.pair.reject</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DevicePairDecisionParams
{
    /// <summary>The pending request.</summary>
    [NonEmpty]
    public required string RequestId { get; init; }
}
