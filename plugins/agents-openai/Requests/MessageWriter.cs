using System.Text.Json;
using OpenClaw.Agents.Common.Requests;
using OpenClaw.Content;

namespace OpenClaw.Agents.OpenAI.Requests;

/// <summary>Writes a conversation as chat messages.</summary>
internal sealed class MessageWriter(Utf8JsonWriter writer, bool acceptsImages)
{
    private readonly MediaWriter _media = new(writer, acceptsImages);
    private readonly List<Media> _toolImages = [];

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
            if (message.Role != ModelRole.Tool)
                await WriteToolImagesAsync(cancellationToken);
            switch (message.Role)
            {
                case ModelRole.Tool:
                    WriteResults(message);
                    break;
                case ModelRole.Assistant:
                    WriteAssistant(message);
                    break;
                default:
                    await WriteUserAsync(message.Parts, cancellationToken);
                    break;
            }
        }

        await WriteToolImagesAsync(cancellationToken);
    }

    private async Task WriteUserAsync(IReadOnlyList<MessagePart> parts, CancellationToken cancellationToken)
    {
        if (!parts.Any(part => part is MediaPart))
        {
            WriteText(writer, "user", PartsText.Join(parts));
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("role", "user");
        writer.WriteStartArray("content");
        foreach (var part in parts)
        {
            if (part is MediaPart media)
                await _media.WriteAsync(media.Media, cancellationToken);
            else if (part is TextPart { Text.Length: > 0 } text)
                _media.WriteNote(text.Text);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    // Thoughts stay here: the format has no place for them on the way back.
    private void WriteAssistant(ModelMessage message)
    {
        var calls = message.Parts.OfType<ToolCallPart>().ToList();
        var text = PartsText.Join(message.Parts);
        writer.WriteStartObject();
        writer.WriteString("role", "assistant");
        if (text.Length == 0 && calls.Count > 0)
            writer.WriteNull("content");
        else
            writer.WriteText("content", text);
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
        writer.WriteString("id", call.CallId);
        writer.WriteString("type", "function");
        writer.WriteStartObject("function");
        writer.WriteText("name", call.Name);
        writer.WriteText("arguments", call.Arguments.ValueKind switch
        {
            JsonValueKind.String => call.Arguments.GetString()!,
            JsonValueKind.Undefined => "{}",
            _ => call.Arguments.GetRawText(),
        });
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteResults(ModelMessage message)
    {
        foreach (var result in message.Parts.OfType<ToolResultPart>())
        {
            writer.WriteStartObject();
            writer.WriteString("role", "tool");
            writer.WriteString("tool_call_id", result.CallId);
            writer.WriteText("content", PartsText.Join(result.Content));
            writer.WriteEndObject();
            _toolImages.AddRange(result.Content.OfType<MediaPart>().Select(part => part.Media));
        }
    }

    // Results carry text only, and nothing may stand between the results of one answer.
    private async Task WriteToolImagesAsync(CancellationToken cancellationToken)
    {
        if (_toolImages.Count == 0)
            return;
        List<MessagePart> parts = [new TextPart("Files from the tool results above:"), .. _toolImages.Select(media => new MediaPart(media))];
        _toolImages.Clear();
        await WriteUserAsync(parts, cancellationToken);
    }
}
