using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Chat;

/// <summary>Tokens of one answer.</summary>
public sealed record MessageUsage
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
    public required long TotalTokens { get; init; }

    /// <summary>Price.</summary>
    public MessageCost? Cost { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
