using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Answer to <c>sessions.compact</c>.</summary>
public sealed record SessionsCompactResult
{
    /// <summary>False when nothing was done.</summary>
    public required bool Ok { get; init; }

    /// <summary>Canonical key.</summary>
    public required string Key { get; init; }

    /// <summary>True when the transcript is shorter now.</summary>
    public required bool Compacted { get; init; }

    /// <summary>Why nothing was done.</summary>
    public string? Reason { get; init; }

    /// <summary>Messages that are left.</summary>
    public long? Kept { get; init; }

    /// <summary>Where the others are kept now.</summary>
    public string? Archived { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
