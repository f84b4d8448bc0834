using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary>Parameters of <c>commands.list</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CommandsListParams
{
    [NonEmpty]
    public string? SessionKey { get; init; }

    [NonEmpty]
    public string? AgentId { get; init; }

    [NonEmpty]
    public string? Provider { get; init; }

    [AllowedValues("text", "native", "both")]
    public string? Scope { get; init; }

    public bool? IncludeArgs { get; init; }
}
