using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Models;

namespace OpenClaw.Protocol.Sessions;

/// <summary>What a session runs with after all defaults.</summary>
public sealed record SessionResolved
{
    /// <summary>Provider.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? ModelProvider { get; init; }

    /// <summary>Model.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Model { get; init; }

    /// <summary>Runtime of the agent.</summary>
    public JsonElement? AgentRuntime { get; init; }

    /// <summary>True when the runtime cannot be chosen.</summary>
    public bool? RuntimeSelectionLocked { get; init; }

    /// <summary>Thinking level.</summary>
    public string? ThinkingLevel { get; init; }

    /// <summary>Levels the model knows.</summary>
    public IReadOnlyList<ThinkingLevel>? ThinkingLevels { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
