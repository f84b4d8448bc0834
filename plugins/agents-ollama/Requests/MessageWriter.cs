using System.Text.Json;
using OpenClaw.Agents.Common.Requests;
using OpenClaw.Content;

namespace OpenClaw.Agents.Ollama.Requests;

/// <summary>Writes a conversation.</summary>
internal sealed class MessageWriter(Utf8JsonWriter writer, bool acceptsImages)
{
    private readonly MediaReader _media = new();

    public static void WriteText(Utf8JsonWriter writer, string role, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("role", role);
        writer.WriteText("content", text);
        writer.WriteEndObject();
    }

    public async Task WriteAsync(IReadOnlyList<ModelMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            switch (message.Role)
            {
                case ModelRole.Tool:
                    await WriteResultsAsync(message, cancellationToken);
                    break;
                case ModelRole.Assistant:
                    WriteAssistant(message);
                    break;
                default:
                    await WriteUserAsync(message.Parts, cancellationToken);
                    break;
            }
        }
    }

    private async Task WriteUserAsync(IReadOnlyList<MessagePart> parts, CancellationToken cancellationToken)
    {
        writer.WriteStartObject();
        writer.WriteString("role", "user");
        var (notes, images) = await MediaOfAsync(parts, cancellationToken);
        writer.WriteText("content", string.Join('\n', notes.Prepend(PartsText.Join(parts)).Where(static text => text.Length > 0)));
        WriteImages(images);
        writer.WriteEndObject();
    }

    private void WriteAssistant(ModelMessage message)
    {
        var calls = message.Parts.OfType<ToolCallPart>().ToList();
        writer.WriteStartObject();
        writer.WriteString("role", "assistant");
        writer.WriteText("content", PartsText.Join(message.Parts));
        if (message.Parts.OfType<ThinkingPart>().FirstOrDefault(static thought => thought.Text.Length > 0) is { } thought && calls.Count > 0)
            writer.WriteText("thinking", thought.Text);
        if (calls.Count > 0)
        {
            writer.WriteStartArray("tool_calls");
            calls.ForEach(WriteCall);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private void WriteCall(ToolCallPart call)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("function");
        writer.WriteText("name", call.Name);
        writer.WritePropertyName("arguments");
        if (call.Arguments.ValueKind == JsonValueKind.Object)
        {
            call.Arguments.WriteTo(writer);
        }
        else
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private async Task WriteResultsAsync(ModelMessage message, CancellationToken cancellationToken)
    {
        foreach (var result in message.Parts.OfType<ToolResultPart>())
        {
            var (notes, images) = await MediaOfAsync(result.Content, cancellationToken);
            writer.WriteStartObject();
            writer.WriteString("role", "tool");
            writer.WriteText("tool_name", result.Name);
            writer.WriteText("content", string.Join('\n', notes.Prepend(PartsText.Join(result.Content)).Where(static text => text.Length > 0)));
            WriteImages(images);
            writer.WriteEndObject();
        }
    }

    private async Task<(List<string> Notes, List<ReadOnlyMemory<byte>> Images)> MediaOfAsync(
        IReadOnlyList<MessagePart> parts, CancellationToken cancellationToken)
    {
        List<string> notes = [];
        List<ReadOnlyMemory<byte>> images = [];
        foreach (var media in parts.OfType<MediaPart>().Select(static part => part.Media))
        {
            if (acceptsImages && MediaReader.IsImage(media) && await _media.ReadAsync(media, cancellationToken) is { } bytes)
                images.Add(bytes);
            else
                notes.Add(MediaReader.NoteOf(media, acceptsImages));
        }

        return (notes, images);
    }

    private void WriteImages(List<ReadOnlyMemory<byte>> images)
    {
        if (images.Count == 0)
            return;
        writer.WriteStartArray("images");
        foreach (var image in images)
            writer.WriteBase64("", image.Span);
        writer.WriteEndArray();
    }
}
