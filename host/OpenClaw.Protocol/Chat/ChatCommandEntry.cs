using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Chat;

/// <summary>A command that can be written into a chat.</summary>
public sealed record ChatCommandEntry
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in the menus of channels.</summary>
    public string? NativeName { get; init; }

    /// <summary>How it is written.</summary>
    public IReadOnlyList<string>? TextAliases { get; init; }

    /// <summary>What it does.</summary>
    public required string Description { get; init; }

    /// <summary>Where it belongs.</summary>
    public string? Category { get; init; }

    /// <summary>Who brings it.</summary>
    public required string Source { get; init; }

    /// <summary>text, native or both.</summary>
    public required string Scope { get; init; }

    /// <summary>True when words may follow it.</summary>
    public required bool AcceptsArgs { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
