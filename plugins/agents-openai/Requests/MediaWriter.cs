using System.Text.Json;
using OpenClaw.Agents.Common.Requests;
using OpenClaw.Content;

namespace OpenClaw.Agents.OpenAI.Requests;

/// <summary>Writes files as content parts: images as data URLs, anything else as a note that names it.</summary>
internal sealed class MediaWriter(Utf8JsonWriter writer, bool acceptsImages)
{
    private readonly MediaReader _reader = new();

    public async Task WriteAsync(Media media, CancellationToken cancellationToken)
    {
        if (acceptsImages && MediaReader.IsImage(media) && await _reader.ReadAsync(media, cancellationToken) is { } bytes)
            WriteImage(media.MediaType, bytes.Span);
        else
            WriteNote(MediaReader.NoteOf(media, acceptsImages));
    }

    public void WriteNote(string text)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "text");
        writer.WriteText("text", text);
        writer.WriteEndObject();
    }

    private void WriteImage(string mediaType, ReadOnlySpan<byte> bytes)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "image_url");
        writer.WriteStartObject("image_url");
        writer.WritePropertyName("url");
        writer.WriteBase64($"data:{mediaType};base64,", bytes);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
