using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Agents;

/// <summary>Answer to <c>agent.identity.get</c>.</summary>
public sealed record AgentIdentityResult
{
    /// <summary>The agent.</summary>
    public required string AgentId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Where the name comes from.</summary>
    public required string NameSource { get; init; }

    /// <summary>Address of its picture, or a letter.</summary>
    public string? Avatar { get; init; }

    /// <summary>Its sign.</summary>
    public string? Emoji { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
