using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Status;

/// <summary>Parameters of methods that take none and ignore what they get.</summary>
public sealed record OpenParams
{
    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
