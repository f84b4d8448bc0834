using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Devices;

/// <summary>Parameters of <c>device.pair.remove</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DevicePairRemoveParams
{
    /// <summary>The device.</summary>
    [NonEmpty]
    public required string DeviceId { get; init; }
}
