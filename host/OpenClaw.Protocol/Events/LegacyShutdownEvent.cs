using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Events;

/// <summary>The protocol 3 form of <see cref="ShutdownEvent"/>: the expected time is always present, null for a stop.</summary>
public sealed record LegacyShutdownEvent
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>When to expect the gateway back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long? RestartExpectedMs { get; init; }
}
