using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Protocol.Events;

/// <summary>Payload of <c>sessions.changed</c>.</summary>
public sealed record SessionsChangedEvent
{
    /// <summary>When it happened.</summary>
    public required long Ts { get; init; }

    /// <summary>The session; absent when the whole list changed.</summary>
    public string? SessionKey { get; init; }

    /// <summary>The agent.</summary>
    public string? AgentId { get; init; }

    /// <summary>create, send, patch, reset, delete, …</summary>
    public string? Reason { get; init; }

    /// <summary>Step of a run: start, model, end or error.</summary>
    public string? Phase { get; init; }

    /// <summary>The run.</summary>
    public string? RunId { get; init; }

    /// <summary>The transcript.</summary>
    public string? SessionId { get; init; }

    /// <summary>The row; absent after a delete.</summary>
    public SessionRow? Session { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
