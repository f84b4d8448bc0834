using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Source code a session works on.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SessionRepository
{
    /// <summary>Its address.</summary>
    [Length(1, 2048)]
    public required string Url { get; init; }

    /// <summary>Branch, tag or commit.</summary>
    [Length(1, 1024)]
    public string? Ref { get; init; }
}
