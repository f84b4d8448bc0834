using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Chat;

/// <summary>The content of a message: plain text, or a list of parts.</summary>
[JsonConverter(typeof(MessageContentConverter))]
public sealed record MessageContent
{
    /// <summary>Plain text; null when the content has parts.</summary>
    public string? Text { get; private init; }

    /// <summary>The parts; null when the content is plain text.</summary>
    public IReadOnlyList<ContentPart>? Parts { get; private init; }

    /// <summary>Plain text.</summary>
    public static MessageContent OfText(string text) => new() { Text = text };

    /// <summary>A list of parts.</summary>
    public static MessageContent OfParts(IReadOnlyList<ContentPart> parts) => new() { Parts = parts };

    /// <summary>One text part, the form of assistant messages.</summary>
    public static MessageContent OfTextPart(string text) => OfParts([new ContentPart { Type = ContentPartTypes.Text, Text = text }]);

    /// <summary>Everything readable in it.</summary>
    public string ToPlainText() =>
        Text ?? string.Concat(Parts!.Where(part => part.Type == ContentPartTypes.Text).Select(part => part.Text));
}
