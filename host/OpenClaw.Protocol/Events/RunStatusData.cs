using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Events;

/// <summary>Data of the status stream.</summary>
public sealed record RunStatusData
{
    /// <summary>preparing_workspace, preparing_context, starting_model, …</summary>
    public required string Phase { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
