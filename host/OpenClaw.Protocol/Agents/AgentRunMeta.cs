using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Agents;

/// <summary>Facts about a finished run.</summary>
public sealed record AgentRunMeta
{
    /// <summary>How long it took.</summary>
    public required long DurationMs { get; init; }

    /// <summary>True when it was stopped.</summary>
    public bool? Aborted { get; init; }

    /// <summary>Why the model stopped.</summary>
    public string? StopReason { get; init; }

    /// <summary>The model that answered.</summary>
    public AgentRunModelMeta? AgentMeta { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
