using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Chat;

/// <summary>Parameters of <c>chat.message.get</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ChatMessageGetParams
{
    /// <summary>The session.</summary>
    [NonEmpty]
    public required string SessionKey { get; init; }

    /// <summary>The agent of the session.</summary>
    [NonEmpty]
    public string? AgentId { get; init; }

    /// <summary>The entry.</summary>
    [NonEmpty]
    public required string MessageId { get; init; }

    /// <summary>Longest text.</summary>
    [Range(1, 2000000)]
    public long? MaxChars { get; init; }
}
