using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>A relation between a person and a session.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SessionProfileRelation
{
    /// <summary>The person.</summary>
    [NonEmpty]
    public required string ProfileId { get; init; }

    /// <summary>The relation.</summary>
    [AllowedValues("owned", "created", "involving")]
    public required string Relationship { get; init; }
}
