using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Status;

/// <summary>Parameters of <c>logs.tail</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record LogsTailParams
{
    /// <summary>Position to go on from.</summary>
    [Range(0, GatewayLimits.MaxSafeInteger)]
    public long? Cursor { get; init; }

    /// <summary>Most lines.</summary>
    [Range(1, 5000)]
    public long? Limit { get; init; }

    /// <summary>Most bytes.</summary>
    [Range(1, 1000000)]
    public long? MaxBytes { get; init; }
}
