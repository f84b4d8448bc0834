using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Parameters of <c>sessions.preview</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SessionsPreviewParams
{
    /// <summary>The sessions.</summary>
    [Length(1, int.MaxValue)]
    [EachLength(1, int.MaxValue)]
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>Most messages of each.</summary>
    [Range(1, GatewayLimits.MaxSafeInteger)]
    public long? Limit { get; init; }

    /// <summary>Longest text of one message.</summary>
    [Range(20, GatewayLimits.MaxSafeInteger)]
    public long? MaxChars { get; init; }
}
