using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Chat;

/// <summary>A file sent with a message.</summary>
public sealed record ChatAttachment
{
    /// <summary>Kind of media.</summary>
    public string? Type { get; init; }

    /// <summary>Media type.</summary>
    public string? MimeType { get; init; }

    /// <summary>Name.</summary>
    public string? FileName { get; init; }

    /// <summary>How it came in.</summary>
    [AllowedValues("paste", "file")]
    public string? Origin { get; init; }

    /// <summary>Base64 text, or an object with it.</summary>
    public JsonElement? Content { get; init; }

    /// <summary>Size.</summary>
    public double? SizeBytes { get; init; }

    /// <summary>Length of sound or video.</summary>
    public double? DurationMs { get; init; }

    /// <summary>Width of an image.</summary>
    public double? Width { get; init; }

    /// <summary>Height of an image.</summary>
    public double? Height { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
