using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary>Parameters of <c>set-heartbeats</c>; unknown ones are ignored.</summary>
internal sealed record SetHeartbeatsParams
{
    public required bool Enabled { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
