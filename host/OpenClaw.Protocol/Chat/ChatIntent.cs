using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Chat;

/// <summary>What a message starts beside a run.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ChatIntent
{
    /// <summary>The kind.</summary>
    [AllowedValues("session-goal-start")]
    public required string Kind { get; init; }

    /// <summary>Version of this shape.</summary>
    [Range(1, 1)]
    public required long Version { get; init; }

    /// <summary>When the person asked for it.</summary>
    [Range(0, GatewayLimits.MaxSafeInteger)]
    public required long IssuedAtMs { get; init; }
}
