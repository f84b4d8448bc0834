using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Chat;

/// <summary>A message that waits.</summary>
public sealed record PendingInput
{
    /// <summary>The entry.</summary>
    public required string Id { get; init; }

    /// <summary>When it arrived.</summary>
    public required long AcceptedAt { get; init; }

    /// <summary>queued, …</summary>
    public required string State { get; init; }

    /// <summary>The message.</summary>
    public required TranscriptMessage Message { get; init; }

    /// <summary>The run it will start.</summary>
    public string? RunId { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
