using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Models;

/// <summary>One model.</summary>
public sealed record ModelEntry
{
    /// <summary>Id at the provider.</summary>
    public required string Id { get; init; }

    /// <summary>Name to show.</summary>
    public required string Name { get; init; }

    /// <summary>Provider.</summary>
    public required string Provider { get; init; }

    /// <summary>Size of the context.</summary>
    public long? ContextWindow { get; init; }

    /// <summary>True when it can think.</summary>
    public bool? Reasoning { get; init; }

    /// <summary>What it reads: text, image, …</summary>
    public IReadOnlyList<string>? Input { get; init; }

    /// <summary>default, …</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Levels it offers.</summary>
    public IReadOnlyList<ThinkingLevel>? ThinkingLevels { get; init; }

    /// <summary>Level without a choice.</summary>
    public string? ThinkingDefault { get; init; }

    /// <summary>False when it cannot be used now.</summary>
    public bool? Available { get; init; }

    /// <summary>Short name.</summary>
    public string? Alias { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
