using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Devices;

/// <summary>Parameters of <c>device.token.rotate</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DeviceTokenRotateParams
{
    /// <summary>The device.</summary>
    [NonEmpty]
    public required string DeviceId { get; init; }

    /// <summary>The role of the token.</summary>
    [NonEmpty]
    public required string Role { get; init; }

    /// <summary>The scopes of the new token; those of the old one when absent.</summary>
    [EachLength(1, int.MaxValue)]
    public IReadOnlyList<string>? Scopes { get; init; }
}
