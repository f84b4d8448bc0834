using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Connect;

/// <summary>The person behind a presence row.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PresenceUser
{
    /// <summary>Profile id.</summary>
    [NonEmpty]
    public required string Id { get; init; }

    /// <summary>What the person is known by.</summary>
    public PresenceIdentity? Identity { get; init; }

    /// <summary>Mail address.</summary>
    [NonEmpty]
    public string? Email { get; init; }

    /// <summary>Name.</summary>
    [NonEmpty]
    public string? Name { get; init; }

    /// <summary>Picture.</summary>
    [NonEmpty]
    public string? AvatarUrl { get; init; }
}
