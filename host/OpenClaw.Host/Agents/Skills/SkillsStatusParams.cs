using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Agents.Skills;

/// <summary>Parameters of <c>skills.status</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SkillsStatusParams
{
    [NonEmpty]
    public string? AgentId { get; init; }

    [NonEmpty]
    public string? SessionKey { get; init; }
}
