using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Devices;

/// <summary>Parameters of <c>device.pair.setupCode</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DeviceSetupCodeParams
{
    /// <summary>The address the new device shall use.</summary>
    [NonEmpty]
    public string? PublicUrl { get; init; }

    /// <summary>Prefers the configured remote address.</summary>
    public bool? PreferRemoteUrl { get; init; }

    /// <summary>Asks for a picture of the code.</summary>
    public bool? IncludeQr { get; init; }

    /// <summary>What the code may be used for; everything when absent.</summary>
    [AllowedValues("limited", "node")]
    public string? BootstrapProfile { get; init; }

    /// <summary>Asks for a link to open on the new device.</summary>
    public bool? JoinUrl { get; init; }
}
