using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Agents.ToolAccess;

/// <summary>Parameters of <c>tools.catalog</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ToolsCatalogParams
{
    [NonEmpty]
    public string? AgentId { get; init; }

    public bool? IncludePlugins { get; init; }
}
