using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Agents;

/// <summary>Tokens a run used.</summary>
public sealed record RunUsage
{
    /// <summary>Tokens read.</summary>
    public required long Input { get; init; }

    /// <summary>Tokens written.</summary>
    public required long Output { get; init; }

    /// <summary>Tokens read from the provider's cache.</summary>
    public long? CacheRead { get; init; }

    /// <summary>Tokens written to the provider's cache.</summary>
    public long? CacheWrite { get; init; }

    /// <summary>Sum of all.</summary>
    public required long Total { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
