using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Devices;

/// <summary>Parameters of <c>device.pair.setupStatus</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DeviceSetupStatusParams
{
    /// <summary>The setup.</summary>
    [Length(1, 128)]
    public required string SetupId { get; init; }
}
