using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Parameters of <c>sessions.list</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SessionsListParams
{
    /// <summary>Most rows; 100 when absent.</summary>
    [Range(1, GatewayLimits.MaxSafeInteger)]
    public long? Limit { get; init; }

    /// <summary>Rows to leave out.</summary>
    [Range(0, GatewayLimits.MaxSafeInteger)]
    public long? Offset { get; init; }

    /// <summary>Only sessions touched in this time.</summary>
    [Range(1, GatewayLimits.MaxSafeInteger)]
    public long? ActiveMinutes { get; init; }

    /// <summary>Only sessions with a run.</summary>
    public bool? ActiveOnly { get; init; }

    /// <summary>Only sessions a person used.</summary>
    public bool? RequireLastInteraction { get; init; }

    /// <summary>Order.</summary>
    [AllowedValues("updatedAt", "lastInteractionAt", "activity")]
    public string? SortBy { get; init; }

    /// <summary>Adds the global session.</summary>
    public bool? IncludeGlobal { get; init; }

    /// <summary>Adds sessions of unknown kind.</summary>
    public bool? IncludeUnknown { get; init; }

    /// <summary>Leaves sub-agents out.</summary>
    public bool? ExcludeSubagents { get; init; }

    /// <summary>Leaves scheduled work out.</summary>
    public bool? ExcludeCron { get; init; }

    /// <summary>Leaves internal sessions out.</summary>
    public bool? ExcludeSystem { get; init; }

    /// <summary>Only agents that are configured.</summary>
    public bool? ConfiguredAgentsOnly { get; init; }

    /// <summary>Adds titles made from the first message.</summary>
    public bool? IncludeDerivedTitles { get; init; }

    /// <summary>Adds the last message.</summary>
    public bool? IncludeLastMessage { get; init; }

    /// <summary>Adds a summary.</summary>
    public bool? IncludeActivitySummary { get; init; }

    /// <summary>Only this label.</summary>
    [Length(1, GatewayLimits.MaxSessionKeyLength)]
    public string? Label { get; init; }

    /// <summary>Only this project.</summary>
    [NonEmpty]
    public string? ProjectId { get; init; }

    /// <summary>Only this folder.</summary>
    [NonEmpty]
    public string? WorkspaceDir { get; init; }

    /// <summary>Only this group.</summary>
    public string? Group { get; init; }

    /// <summary>Only pinned ones, or only others.</summary>
    public bool? Pinned { get; init; }

    /// <summary>Only this face.</summary>
    [AllowedValues("chat", "dashboard")]
    public string? BoardFace { get; init; }

    /// <summary>Only with a board.</summary>
    public bool? HasBoard { get; init; }

    /// <summary>Only of this creator.</summary>
    [NonEmpty]
    public string? CreatorId { get; init; }

    /// <summary>Only of this owner.</summary>
    [NonEmpty]
    public string? OwnerId { get; init; }

    /// <summary>Own sessions first.</summary>
    public bool? OwnerFirst { get; init; }

    /// <summary>Only those the caller takes part in.</summary>
    public bool? InvolvingMe { get; init; }

    /// <summary>Only those with this relation.</summary>
    public SessionProfileRelation? ProfileRelation { get; init; }

    /// <summary>Only those a person takes part in.</summary>
    [NonEmpty]
    public string? InvolvingProfileId { get; init; }

    /// <summary>Adds the people.</summary>
    public bool? IncludePeople { get; init; }

    /// <summary>Only sub-agents of this session.</summary>
    [NonEmpty]
    public string? SpawnedBy { get; init; }

    /// <summary>Only of this agent.</summary>
    [NonEmpty]
    public string? AgentId { get; init; }

    /// <summary>Only those that match.</summary>
    public string? Search { get; init; }

    /// <summary>Archived ones, others, or all.</summary>
    [JsonSchemaText("""{"anyOf":[{"type":"boolean"},{"const":"all"}]}""")]
    public JsonElement? Archived { get; init; }
}
