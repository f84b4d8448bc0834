using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Chat;

/// <summary>Parameters of <c>chat.inject</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ChatInjectParams
{
    /// <summary>The session.</summary>
    [NonEmpty]
    public required string SessionKey { get; init; }

    /// <summary>The agent of the session.</summary>
    [NonEmpty]
    public string? AgentId { get; init; }

    /// <summary>The text.</summary>
    [NonEmpty]
    public required string Message { get; init; }

    /// <summary>Put before the text.</summary>
    [Length(0, 100)]
    public string? Label { get; init; }
}
