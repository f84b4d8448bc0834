using System.Text.Json;

namespace OpenClaw.Protocol.Config;

/// <summary>Answer to <c>config.schema.lookup</c>.</summary>
public sealed record ConfigSchemaLookupResult
{
    /// <summary>The key as it was asked for.</summary>
    public required string Path { get; init; }

    /// <summary>What it takes, without its children.</summary>
    public required JsonElement Schema { get; init; }

    /// <summary><c>none</c>, <c>hot</c> or <c>restart</c>.</summary>
    public string? ReloadKind { get; init; }

    /// <summary>How a form shows it.</summary>
    public ConfigHint? Hint { get; init; }

    /// <summary>The key under which <c>config.schema</c> has that hint.</summary>
    public string? HintPath { get; init; }

    /// <summary>The keys right below it.</summary>
    public required IReadOnlyList<ConfigSchemaChild> Children { get; init; }
}
