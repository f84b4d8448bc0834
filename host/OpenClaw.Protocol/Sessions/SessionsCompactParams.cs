using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Parameters of <c>sessions.compact</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SessionsCompactParams
{
    /// <summary>The session.</summary>
    [NonEmpty]
    public required string Key { get; init; }

    /// <summary>The agent of the session.</summary>
    [NonEmpty]
    public string? AgentId { get; init; }

    /// <summary>Keeps only so many of the newest messages.</summary>
    [Range(1, GatewayLimits.MaxSafeInteger)]
    public long? MaxLines { get; init; }
}
