using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Channels.Logins;

/// <summary>Parameters of <c>web.login.start</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record LoginStartParams
{
    [NonEmpty]
    public string? Channel { get; init; }

    public string? AccountId { get; init; }

    /// <summary>Whether to link anew what is linked.</summary>
    public bool? Force { get; init; }

    [Range(0, GatewayLimits.MaxSafeInteger)]
    public long? TimeoutMs { get; init; }

    public bool? Verbose { get; init; }

    /// <summary>Ours: the phone number to ask a code to type for, in place of a picture to scan.</summary>
    [NonEmpty]
    public string? Phone { get; init; }
}
