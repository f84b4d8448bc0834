using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Channels.Logins;

/// <summary>Parameters of <c>web.login.wait</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record LoginWaitParams
{
    [NonEmpty]
    public string? Channel { get; init; }

    public string? AccountId { get; init; }

    [NonEmpty]
    public string? SessionKey { get; init; }

    [Range(0, GatewayLimits.MaxSafeInteger)]
    public long? TimeoutMs { get; init; }

    /// <summary>The picture that is shown now; a newer one ends the wait.</summary>
    [StringLength(16_384)]
    [RegularExpression("^data:image/png;base64,")]
    public string? CurrentQrDataUrl { get; init; }
}
