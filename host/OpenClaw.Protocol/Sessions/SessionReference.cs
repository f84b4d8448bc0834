using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>A key as a person may have copied it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SessionReference
{
    /// <summary>The key.</summary>
    [NonEmpty]
    public required string Key { get; init; }

    /// <summary>The readable part of its address.</summary>
    [NonEmpty]
    public string? Slug { get; init; }
}
