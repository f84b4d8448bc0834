using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Events;

/// <summary>Data of the assistant stream.</summary>
public sealed record AssistantData
{
    /// <summary>Text so far.</summary>
    public required string Text { get; init; }

    /// <summary>Text added.</summary>
    public required string Delta { get; init; }

    /// <summary>The message.</summary>
    public string? ItemId { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
