using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Chat;

/// <summary>Price of one answer in US dollars.</summary>
public sealed record MessageCost
{
    /// <summary>Tokens read.</summary>
    public double? Input { get; init; }

    /// <summary>Tokens written.</summary>
    public double? Output { get; init; }

    /// <summary>Cache reads.</summary>
    public double? CacheRead { get; init; }

    /// <summary>Cache writes.</summary>
    public double? CacheWrite { get; init; }

    /// <summary>Sum.</summary>
    public required double Total { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
