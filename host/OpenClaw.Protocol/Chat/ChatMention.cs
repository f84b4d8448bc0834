using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Chat;

/// <summary>A person named in a message.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ChatMention
{
    /// <summary>The profile.</summary>
    [Length(1, 256)]
    public required string ProfileId { get; init; }

    /// <summary>First character.</summary>
    [Range(0, GatewayLimits.MaxSafeInteger)]
    public required long Start { get; init; }

    /// <summary>First character after it.</summary>
    [Range(1, GatewayLimits.MaxSafeInteger)]
    public required long End { get; init; }
}
