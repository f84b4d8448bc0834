using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Agents.ToolAccess;

/// <summary>Parameters of <c>tools.effective</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ToolsEffectiveParams
{
    [NonEmpty]
    public required string SessionKey { get; init; }

    [NonEmpty]
    public string? AgentId { get; init; }
}
