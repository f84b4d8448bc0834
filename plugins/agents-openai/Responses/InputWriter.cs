using System.Text.Json;
using OpenClaw.Agents.Common.Requests;
using OpenClaw.Content;

namespace OpenClaw.Agents.OpenAI.Responses;

/// <summary>Writes a conversation as input items.</summary>
internal sealed class InputWriter(Utf8JsonWriter writer, bool acceptsImages, bool sendsThoughts)
{
    private readonly MediaReader _media = new();
    private readonly List<MessagePart> _toolFiles = [];

    public static void WriteMessage(Utf8JsonWriter writer, string role, string partType, string text)
    {
        StartMessage(writer, role);
        WriteText(writer, partType, text);
        EndMessage(writer);
    }

    public async Task WriteAsync(IReadOnlyList<ModelMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            if (message.Role != ModelRole.Tool)
                await WriteToolFilesAsync(cancellationToken);
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

        await WriteToolFilesAsync(cancellationToken);
    }

    private static void StartMessage(Utf8JsonWriter writer, string role)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "message");
        writer.WriteString("role", role);
        writer.WriteStartArray("content");
    }

    private static void EndMessage(Utf8JsonWriter writer)
    {
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string type, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("type", type);
        writer.WriteText("text", text);
        writer.WriteEndObject();
    }

    private async Task WriteUserAsync(IReadOnlyList<MessagePart> parts, CancellationToken cancellationToken)
    {
        StartMessage(writer, "user");
        foreach (var part in parts)
        {
            if (part is TextPart { Text.Length: > 0 } text)
                WriteText(writer, "input_text", text.Text);
            else if (part is MediaPart { Media: var media })
                await WriteMediaAsync(media, cancellationToken);
        }

        EndMessage(writer);
    }

    private async Task WriteMediaAsync(Media media, CancellationToken cancellationToken)
    {
        if (!acceptsImages || !MediaReader.IsImage(media) || await _media.ReadAsync(media, cancellationToken) is not { } bytes)
        {
            WriteText(writer, "input_text", MediaReader.NoteOf(media, acceptsImages));
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("type", "input_image");
        writer.WritePropertyName("image_url");
        writer.WriteBase64($"data:{media.MediaType};base64,", bytes.Span);
        writer.WriteEndObject();
    }

    private void WriteAssistant(ModelMessage message)
    {
        foreach (var part in message.Parts)
        {
            switch (part)
            {
                case ThinkingPart thought when sendsThoughts && SealedThought.TryRead(thought.Signature) is { } seal:
                    seal.Write(writer, thought.Text);
                    break;
                case TextPart { Text.Length: > 0 } text:
                    WriteMessage(writer, "assistant", "output_text", text.Text);
                    break;
                case ToolCallPart call:
                    WriteCall(call);
                    break;
            }
        }
    }

    private void WriteCall(ToolCallPart call)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "function_call");
        writer.WriteString("call_id", call.CallId);
        writer.WriteText("name", call.Name);
        writer.WriteText("arguments", call.Arguments.ValueKind switch
        {
            JsonValueKind.String => call.Arguments.GetString()!,
            JsonValueKind.Undefined => "{}",
            _ => call.Arguments.GetRawText(),
        });
        writer.WriteEndObject();
    }

    private void WriteResults(ModelMessage message)
    {
        foreach (var result in message.Parts.OfType<ToolResultPart>())
        {
            writer.WriteStartObject();
            writer.WriteString("type", "function_call_output");
            writer.WriteString("call_id", result.CallId);
            writer.WriteText("output", PartsText.Join(result.Content));
            writer.WriteEndObject();
            _toolFiles.AddRange(result.Content.OfType<MediaPart>());
        }
    }

    private async Task WriteToolFilesAsync(CancellationToken cancellationToken)
    {
        if (_toolFiles.Count == 0)
            return;
        List<MessagePart> parts = [new TextPart("Files from the tool results above:"), .. _toolFiles];
        _toolFiles.Clear();
        await WriteUserAsync(parts, cancellationToken);
    }
}
