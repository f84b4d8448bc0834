using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Chat;

/// <summary>One part of a message.</summary>
public sealed record ContentPart
{
    /// <summary>text, image, toolCall, thinking, …</summary>
    public required string Type { get; init; }

    /// <summary>Text of a text part.</summary>
    public string? Text { get; init; }

    /// <summary>Text of a thinking part.</summary>
    public string? Thinking { get; init; }

    /// <summary>Id of a tool call.</summary>
    public string? Id { get; init; }

    /// <summary>Tool of a tool call.</summary>
    public string? Name { get; init; }

    /// <summary>Arguments of a tool call.</summary>
    public JsonElement? Arguments { get; init; }

    /// <summary>Base64 content of an image.</summary>
    public string? Data { get; init; }

    /// <summary>Media type of an image.</summary>
    public string? MimeType { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
