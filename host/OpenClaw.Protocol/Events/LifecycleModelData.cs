using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Events;

/// <summary>Data of the lifecycle stream when a model is taken or given back.</summary>
public sealed record LifecycleModelData
{
    /// <summary>model.</summary>
    public required string Phase { get; init; }

    /// <summary>Provider; null when given back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Provider { get; init; }

    /// <summary>Model; null when given back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Model { get; init; }
}
