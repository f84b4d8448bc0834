using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Chat;

/// <summary>Facts about a stored message.</summary>
public sealed record TranscriptMarks
{
    /// <summary>The entry.</summary>
    public string? Id { get; init; }

    /// <summary>Position in the transcript.</summary>
    public long? Seq { get; init; }

    /// <summary>When it was stored.</summary>
    public long? RecordTimestampMs { get; init; }

    /// <summary>The run that wrote it.</summary>
    public string? RunId { get; init; }

    /// <summary>Key of the request that brought it.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>True when the owner wrote it.</summary>
    public bool? SenderIsOwner { get; init; }

    /// <summary>How it came in.</summary>
    public JsonElement? Transport { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
