using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Chat;

/// <summary>What a person looks at while writing.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ChatWorkContext
{
    /// <summary>The page.</summary>
    [Length(1, 64)]
    public required string Page { get; init; }

    /// <summary>Its title.</summary>
    [Length(0, 96)]
    public string? Title { get; init; }

    /// <summary>A session on it.</summary>
    [Length(0, 192)]
    public string? SessionKey { get; init; }

    /// <summary>The id of that session.</summary>
    [Length(0, 64)]
    public string? SessionId { get; init; }

    /// <summary>An agent on it.</summary>
    [Length(0, 64)]
    public string? AgentId { get; init; }

    /// <summary>A workspace on it.</summary>
    [Length(0, 224)]
    public string? Workspace { get; init; }

    /// <summary>A file on it.</summary>
    [Length(0, 224)]
    public string? File { get; init; }

    /// <summary>Selected text.</summary>
    [Length(0, 640)]
    public string? Selection { get; init; }
}
