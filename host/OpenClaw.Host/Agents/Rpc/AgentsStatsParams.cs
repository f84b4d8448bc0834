using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary>Parameters of <c>agents.stats</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AgentsStatsParams
{
    [NonEmpty]
    public string? AgentId { get; init; }

    /// <summary>How far to look back; a day without it. Records of runs are kept for a week.</summary>
    [Range(1, 168)]
    public int? Hours { get; init; }
}
