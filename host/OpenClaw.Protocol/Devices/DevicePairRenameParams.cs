using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Devices;

/// <summary>Parameters of <c>device.pair.rename</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DevicePairRenameParams
{
    /// <summary>The device.</summary>
    [NonEmpty]
    public required string DeviceId { get; init; }

    /// <summary>Its new name.</summary>
    [Length(1, 64)]
    public required string Label { get; init; }
}
