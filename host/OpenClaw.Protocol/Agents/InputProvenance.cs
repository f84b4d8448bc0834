using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Agents;

/// <summary>Where a message came from.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record InputProvenance
{
    /// <summary>Who wrote it.</summary>
    [AllowedValues("external_user", "inter_session", "internal_system")]
    public required string Kind { get; init; }

    /// <summary>Session it started in.</summary>
    public string? OriginSessionId { get; init; }

    /// <summary>Session that sent it.</summary>
    public string? SourceSessionKey { get; init; }

    /// <summary>Channel that sent it.</summary>
    public string? SourceChannel { get; init; }

    /// <summary>Tool that sent it.</summary>
    public string? SourceTool { get; init; }

    /// <summary>Role of the sender.</summary>
    [AllowedValues("subagent")]
    public string? SourceRole { get; init; }

    /// <summary>Text put before it.</summary>
    public string? SourcePromptPrefix { get; init; }

    /// <summary>Scheduled job that sent it.</summary>
    public string? JobId { get; init; }

    /// <summary>Run that sent it.</summary>
    public string? RunId { get; init; }
}
