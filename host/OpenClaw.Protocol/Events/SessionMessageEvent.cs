using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Chat;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Protocol.Events;

/// <summary>Payload of <c>session.message</c>.</summary>
public sealed record SessionMessageEvent
{
    /// <summary>The session.</summary>
    public required string SessionKey { get; init; }

    /// <summary>The agent.</summary>
    public required string AgentId { get; init; }

    /// <summary>The message.</summary>
    public required TranscriptMessage Message { get; init; }

    /// <summary>The entry.</summary>
    public required string MessageId { get; init; }

    /// <summary>Position in the transcript.</summary>
    public required long MessageSeq { get; init; }

    /// <summary>The row.</summary>
    public SessionRow? Session { get; init; }

    /// <summary>True when the owner wrote it.</summary>
    public bool? SenderIsOwner { get; init; }

    /// <summary>The run that wrote it.</summary>
    public string? RunId { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
