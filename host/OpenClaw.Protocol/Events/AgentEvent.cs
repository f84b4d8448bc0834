using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Events;

/// <summary>Payload of <c>agent</c>.</summary>
public sealed record AgentEvent
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>One of <see cref="AgentStreams"/>.</summary>
    public required string Stream { get; init; }

    /// <summary>Shape depends on the stream.</summary>
    public required JsonElement Data { get; init; }

    /// <summary>Position in the run, shared by all streams.</summary>
    public required long Seq { get; init; }

    /// <summary>When it happened.</summary>
    public required long Ts { get; init; }

    /// <summary>Canonical key; for protocol 3 the key the caller used.</summary>
    public string? SessionKey { get; init; }

    /// <summary>The session.</summary>
    public string? SessionId { get; init; }

    /// <summary>The agent.</summary>
    public string? AgentId { get; init; }

    /// <summary>Session that started the run.</summary>
    public string? SpawnedBy { get; init; }

    /// <summary>Queue of the run.</summary>
    public string? Lane { get; init; }

    /// <summary>True for heartbeats.</summary>
    public bool? IsHeartbeat { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
