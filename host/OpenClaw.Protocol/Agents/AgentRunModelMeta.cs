using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Agents;

/// <summary>The model behind a run.</summary>
public sealed record AgentRunModelMeta
{
    /// <summary>The session.</summary>
    public string? SessionId { get; init; }

    /// <summary>Model provider.</summary>
    public string? Provider { get; init; }

    /// <summary>Model.</summary>
    public string? Model { get; init; }

    /// <summary>Tokens of the whole run.</summary>
    public RunUsage? Usage { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
