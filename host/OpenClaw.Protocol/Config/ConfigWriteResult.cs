using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Config;

/// <summary>Answer to <c>config.set</c>, <c>config.patch</c> and <c>config.apply</c>.</summary>
public sealed record ConfigWriteResult
{
    /// <summary>Always true; a refusal is an error.</summary>
    public required bool Ok { get; init; }

    /// <summary>True when the file said the same before.</summary>
    public bool? Noop { get; init; }

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>Of the new content; the next <c>baseHash</c>.</summary>
    public string? Hash { get; init; }

    /// <summary>The document as it is now, without secrets.</summary>
    public required JsonElement Config { get; init; }

    /// <summary>What changed, as dotted keys.</summary>
    public IReadOnlyList<string>? ChangedPaths { get; init; }

    /// <summary>What the gateway does about it.</summary>
    public ConfigSentinel? Sentinel { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
