using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Status;

/// <summary>Payload of <c>health</c>, as answer and as event.</summary>
public sealed record HealthSummary
{
    /// <summary>True while the gateway works.</summary>
    public required bool Ok { get; init; }

    /// <summary>When it was measured.</summary>
    public required long Ts { get; init; }

    /// <summary>How long measuring took.</summary>
    public required long DurationMs { get; init; }

    /// <summary>State by channel.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Channels { get; init; }

    /// <summary>Channels in order of display.</summary>
    public required IReadOnlyList<string> ChannelOrder { get; init; }

    /// <summary>Names of channels.</summary>
    public required IReadOnlyDictionary<string, string> ChannelLabels { get; init; }

    /// <summary>Interval of heartbeats.</summary>
    public required long HeartbeatSeconds { get; init; }

    /// <summary>The default agent.</summary>
    public required string DefaultAgentId { get; init; }

    /// <summary>Agents.</summary>
    public required IReadOnlyList<HealthAgent> Agents { get; init; }

    /// <summary>Sessions of the default agent.</summary>
    public required HealthSessions Sessions { get; init; }

    /// <summary>Plugins.</summary>
    public HealthPlugins? Plugins { get; init; }

    /// <summary>Whether configuration changes are followed.</summary>
    public HealthConfigReload? ConfigReload { get; init; }

    /// <summary>State of model access.</summary>
    public HealthModelRuntime? ModelRuntime { get; init; }

    /// <summary>Load of the process.</summary>
    public JsonElement? EventLoop { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
