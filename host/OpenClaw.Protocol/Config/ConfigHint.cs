using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Config;

/// <summary>How a form shows a key.</summary>
public sealed record ConfigHint
{
    /// <summary>Its name for people.</summary>
    public string? Label { get; init; }

    /// <summary>What it does, where the name does not say it.</summary>
    public string? Help { get; init; }

    /// <summary>Whether its value is hidden.</summary>
    public bool? Sensitive { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
