using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Status;

/// <summary>Sessions in the status.</summary>
public sealed record StatusSessions
{
    /// <summary>Where they are stored.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>How many.</summary>
    public required long Count { get; init; }

    /// <summary>Settings of a new one.</summary>
    public required StatusSessionDefaults Defaults { get; init; }

    /// <summary>The latest.</summary>
    public required IReadOnlyList<JsonElement> Recent { get; init; }

    /// <summary>By agent.</summary>
    public required IReadOnlyList<StatusAgentSessions> ByAgent { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
