using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Devices;

/// <summary>Parameters of <c>device.token.revoke</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DeviceTokenRevokeParams
{
    /// <summary>The device.</summary>
    [NonEmpty]
    public required string DeviceId { get; init; }

    /// <summary>The role of the token.</summary>
    [NonEmpty]
    public required string Role { get; init; }
}
