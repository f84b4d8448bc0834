using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Agents;

/// <summary>Parameters of <c>agent.identity.get</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AgentIdentityGetParams
{
    /// <summary>The agent; the default one when absent.</summary>
    [NonEmpty]
    public string? AgentId { get; init; }

    /// <summary>A session of the agent.</summary>
    public string? SessionKey { get; init; }
}
