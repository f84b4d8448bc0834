using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Agents;

/// <summary>Parameters of <c>agent.wait</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AgentWaitParams
{
    /// <summary>The run.</summary>
    [NonEmpty]
    public required string RunId { get; init; }

    /// <summary>Longest wait.</summary>
    [Range(0, GatewayLimits.MaxSafeInteger)]
    public long? TimeoutMs { get; init; }
}
