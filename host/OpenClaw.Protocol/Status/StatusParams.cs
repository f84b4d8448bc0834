using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Status;

/// <summary>Parameters of <c>status</c>; unknown ones are ignored.</summary>
public sealed record StatusParams
{
    /// <summary>False leaves the channels out.</summary>
    public bool? IncludeChannelSummary { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
