using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Config;

/// <summary>Answer to <c>config.get</c>. Secrets are redacted in every part.</summary>
public sealed record ConfigGetResult
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>False before the first write.</summary>
    public required bool Exists { get; init; }

    /// <summary>Its text; null without a file.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Raw { get; init; }

    /// <summary>The file as written.</summary>
    public required JsonElement Parsed { get; init; }

    /// <summary>The file with its includes.</summary>
    public JsonElement? SourceConfig { get; init; }

    /// <summary>The same with placeholders filled.</summary>
    public JsonElement? Resolved { get; init; }

    /// <summary>The same with defaults.</summary>
    public JsonElement? RuntimeConfig { get; init; }

    /// <summary>What is in force.</summary>
    public required JsonElement Config { get; init; }

    /// <summary>False when there are issues.</summary>
    public required bool Valid { get; init; }

    /// <summary>Opaque; pass back as <c>baseHash</c>.</summary>
    public required string Hash { get; init; }

    /// <summary>Opaque revision of the whole.</summary>
    public string? ConfigRevisionHash { get; init; }

    /// <summary>Revision in force.</summary>
    public string? AppliedConfigHash { get; init; }

    /// <summary>What is wrong.</summary>
    public required IReadOnlyList<ConfigIssue> Issues { get; init; }

    /// <summary>What is doubtful.</summary>
    public required IReadOnlyList<ConfigIssue> Warnings { get; init; }

    /// <summary>What is outdated.</summary>
    public required IReadOnlyList<ConfigIssue> LegacyIssues { get; init; }

    /// <summary>Files it includes.</summary>
    public IReadOnlyList<string>? IncludedPaths { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
