using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Parameters of <c>sessions.resolve</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SessionsResolveParams
{
    /// <summary>By key.</summary>
    [NonEmpty]
    public string? Key { get; init; }

    /// <summary>By the id of its transcript.</summary>
    [NonEmpty]
    public string? SessionId { get; init; }

    /// <summary>By label.</summary>
    [Length(1, 512)]
    public string? Label { get; init; }

    /// <summary>By a copied address.</summary>
    public SessionReference? Reference { get; init; }

    /// <summary>By the beginning of its id.</summary>
    [NonEmpty]
    public string? ShortId { get; init; }

    /// <summary>Helps where a short id fits several sessions.</summary>
    [NonEmpty]
    public string? SlugHint { get; init; }

    /// <summary>Only of this agent.</summary>
    [NonEmpty]
    public string? AgentId { get; init; }

    /// <summary>Only sub-agents of this session.</summary>
    [NonEmpty]
    public string? SpawnedBy { get; init; }

    /// <summary>Takes the global session into account.</summary>
    public bool? IncludeGlobal { get; init; }

    /// <summary>Takes sessions of unknown kind into account.</summary>
    public bool? IncludeUnknown { get; init; }

    /// <summary>Answers instead of failing when there is none.</summary>
    public bool? AllowMissing { get; init; }
}
