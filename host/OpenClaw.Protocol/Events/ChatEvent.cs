using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Protocol.Events;

/// <summary>Payload of <c>chat</c>.</summary>
public sealed record ChatEvent
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>Canonical key; for protocol 3 the key the caller used.</summary>
    public required string SessionKey { get; init; }

    /// <summary>The agent.</summary>
    public string? AgentId { get; init; }

    /// <summary>Session that started the run.</summary>
    public string? SpawnedBy { get; init; }

    /// <summary>Position in the run.</summary>
    public required long Seq { get; init; }

    /// <summary>One of <see cref="ChatStates"/>.</summary>
    public required string State { get; init; }

    /// <summary>Step of a status.</summary>
    public string? Phase { get; init; }

    /// <summary>Text added since the last delta.</summary>
    public string? DeltaText { get; init; }

    /// <summary>The text so far, or the whole message.</summary>
    public TranscriptMessage? Message { get; init; }

    /// <summary>True when the text is not a continuation.</summary>
    public bool? Replace { get; init; }

    /// <summary>Why the run ended.</summary>
    public string? StopReason { get; init; }

    /// <summary>What went wrong.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>refusal, timeout, rate_limit, context_length or unknown.</summary>
    public string? ErrorKind { get; init; }

    /// <summary>What the provider said.</summary>
    public JsonElement? ErrorDetail { get; init; }

    /// <summary>Tokens.</summary>
    public JsonElement? Usage { get; init; }

    /// <summary>True when the agent handed over.</summary>
    public bool? Yielded { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
