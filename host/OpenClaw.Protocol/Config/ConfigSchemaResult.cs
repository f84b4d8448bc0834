using System.Text.Json;

namespace OpenClaw.Protocol.Config;

/// <summary>Answer to <c>config.schema</c>.</summary>
public sealed record ConfigSchemaResult
{
    /// <summary>JSON Schema, draft 07.</summary>
    public required JsonElement Schema { get; init; }

    /// <summary>By dotted key, with <c>*</c> for any key or item.</summary>
    public required IReadOnlyDictionary<string, ConfigHint> UiHints { get; init; }

    /// <summary>The version of the gateway.</summary>
    public required string Version { get; init; }

    /// <summary>ISO 8601.</summary>
    public required string GeneratedAt { get; init; }
}
