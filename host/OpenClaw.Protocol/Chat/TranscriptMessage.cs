using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Chat;

/// <summary>A stored message.</summary>
public sealed record TranscriptMessage
{
    /// <summary>user, assistant or toolResult.</summary>
    public required string Role { get; init; }

    /// <summary>Text, or parts.</summary>
    public required MessageContent Content { get; init; }

    /// <summary>When it was written.</summary>
    public long? Timestamp { get; init; }

    /// <summary>Key of the request that brought it.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>API of the model provider.</summary>
    public string? Api { get; init; }

    /// <summary>Model provider.</summary>
    public string? Provider { get; init; }

    /// <summary>Model.</summary>
    public string? Model { get; init; }

    /// <summary>Tokens of the answer.</summary>
    public MessageUsage? Usage { get; init; }

    /// <summary>Why the model stopped.</summary>
    public string? StopReason { get; init; }

    /// <summary>Id given by the provider.</summary>
    public string? ResponseId { get; init; }

    /// <summary>The call a tool result belongs to.</summary>
    public string? ToolCallId { get; init; }

    /// <summary>The tool of a tool result.</summary>
    public string? ToolName { get; init; }

    /// <summary>True for a failed tool result.</summary>
    public bool? IsError { get; init; }

    /// <summary>Facts kept by the gateway.</summary>
    [JsonPropertyName("__openclaw")]
    public TranscriptMarks? Marks { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
