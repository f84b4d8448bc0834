using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Models;

/// <summary>Parameters of <c>models.list</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ModelsListParams
{
    /// <summary>Models of this agent.</summary>
    public string? AgentId { get; init; }

    /// <summary>Models of this session.</summary>
    public string? SessionKey { get; init; }

    /// <summary>Models of this account.</summary>
    public string? AuthProfileId { get; init; }

    /// <summary>Which models.</summary>
    [AllowedValues("default", "configured", "provider-config", "all")]
    public string? View { get; init; }

    /// <summary>Only this provider.</summary>
    public string? Provider { get; init; }

    /// <summary>Only what is known already.</summary>
    public bool? PreparedOnly { get; init; }

    /// <summary>Asks providers again.</summary>
    public bool? Refresh { get; init; }

    /// <summary>Adds details.</summary>
    public bool? IncludeDetails { get; init; }
}
