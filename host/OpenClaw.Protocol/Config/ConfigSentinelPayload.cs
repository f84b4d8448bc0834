using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Config;

/// <summary>What happened to the configuration.</summary>
public sealed record ConfigSentinelPayload
{
    /// <summary><c>config-patch</c> or <c>config-apply</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>ok</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public required long Ts { get; init; }

    /// <summary>The caller's note.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Message { get; init; }

    /// <summary>How it was written.</summary>
    public required ConfigSentinelStats Stats { get; init; }
}
