using System.Text.Json;
using OpenClaw.Agents.Common.Requests;
using OpenClaw.Content;

namespace OpenClaw.Agents.Anthropic.Requests;

/// <summary>Writes one part of a message as a content block.</summary>
internal sealed class BlockWriter(Utf8JsonWriter writer, bool acceptsImages)
{
    private const int MaxIdLength = 64;
    private readonly MediaReader _media = new();

    /// <summary>Thoughts without a seal and empty texts are refused by the far end.</summary>
    public static bool IsWritten(MessagePart part) => part switch
    {
        TextPart text => !string.IsNullOrWhiteSpace(text.Text),
        ThinkingPart thought => thought.Signature is { Length: > 0 },
        _ => true,
    };

    public async Task WriteAsync(MessagePart part, bool marksCache, CancellationToken cancellationToken)
    {
        switch (part)
        {
            case TextPart text:
                WriteText(text.Text, marksCache);
                break;
            case ThinkingPart thought:
                WriteThought(thought);
                break;
            case ToolCallPart call:
                WriteCall(call);
                break;
            case ToolResultPart result:
                await WriteResultAsync(result, marksCache, cancellationToken);
                break;
            case MediaPart media:
                await WriteMediaAsync(media.Media, cancellationToken);
                break;
        }
    }

    private void WriteText(string text, bool marksCache)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "text");
        writer.WriteText("text", text);
        if (marksCache)
            MessagesRequestWriter.WriteCacheMark(writer);
        writer.WriteEndObject();
    }

    private void WriteThought(ThinkingPart thought)
    {
        writer.WriteStartObject();
        if (HiddenThought.TryRead(thought.Signature!) is { } data)
        {
            writer.WriteString("type", "redacted_thinking");
            writer.WriteString("data", data);
        }
        else
        {
            writer.WriteString("type", "thinking");
            writer.WriteText("thinking", thought.Text);
            writer.WriteString("signature", thought.Signature);
        }

        writer.WriteEndObject();
    }

    private void WriteCall(ToolCallPart call)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "tool_use");
        writer.WriteString("id", Clean(call.CallId));
        writer.WriteText("name", call.Name);
        if (call.Arguments.ValueKind == JsonValueKind.Object)
        {
            writer.WritePropertyName("input");
            call.Arguments.WriteTo(writer);
        }
        else
        {
            // What the model wrote was no object; it sees it again together with the error that it led to.
            writer.WriteStartObject("input");
            if (call.Arguments.ValueKind == JsonValueKind.String)
                writer.WriteText("unreadable", call.Arguments.GetString()!);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private async Task WriteResultAsync(ToolResultPart result, bool marksCache, CancellationToken cancellationToken)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "tool_result");
        writer.WriteString("tool_use_id", Clean(result.CallId));
        if (result.IsError)
            writer.WriteBoolean("is_error", true);
        writer.WriteStartArray("content");
        foreach (var part in result.Content.Where(IsWritten))
        {
            if (part is TextPart text)
                WriteText(text.Text, marksCache: false);
            else if (part is MediaPart media)
                await WriteMediaAsync(media.Media, cancellationToken);
        }

        writer.WriteEndArray();
        if (marksCache)
            MessagesRequestWriter.WriteCacheMark(writer);
        writer.WriteEndObject();
    }

    private async Task WriteMediaAsync(Media media, CancellationToken cancellationToken)
    {
        if (!acceptsImages || !MediaReader.IsImage(media) || await _media.ReadAsync(media, cancellationToken) is not { } bytes)
        {
            WriteText(MediaReader.NoteOf(media, acceptsImages), marksCache: false);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("type", "image");
        writer.WriteStartObject("source");
        writer.WriteString("type", "base64");
        writer.WriteString("media_type", media.MediaType);
        writer.WritePropertyName("data");
        writer.WriteBase64("", bytes.Span);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // Ids come from any provider; this one takes only some characters.
    private static string Clean(string id)
    {
        var clean = string.Concat(id.Select(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '_'));
        return clean.Length <= MaxIdLength ? clean : clean[^MaxIdLength..];
    }
}
