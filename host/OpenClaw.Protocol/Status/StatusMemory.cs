using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Status;

/// <summary>Memory of the process.</summary>
public sealed record StatusMemory
{
    /// <summary>Resident.</summary>
    public required long RssBytes { get; init; }

    /// <summary>Managed, in use.</summary>
    public required long HeapUsedBytes { get; init; }

    /// <summary>Managed, committed.</summary>
    public required long HeapTotalBytes { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
