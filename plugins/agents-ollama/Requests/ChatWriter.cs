using System.Text.Json;
using OpenClaw.Agents.Common.Requests;
using OpenClaw.Agents.Common.Settings;

namespace OpenClaw.Agents.Ollama.Requests;

/// <summary>Writes the body of a request.</summary>
internal static class ChatWriter
{
    private const string KeepAlive = "keep_alive";

    public static Task<ReadOnlyMemory<byte>> WriteAsync(
        ModelRequest request, ModelSettings model, ChatShape shape, CancellationToken cancellationToken) => RequestBody.WriteAsync(async writer =>
    {
        writer.WriteString("model", request.Model);
        writer.WriteStartArray("messages");
        if (!string.IsNullOrEmpty(request.SystemPrompt))
            MessageWriter.WriteText(writer, "system", request.SystemPrompt);
        await new MessageWriter(writer, model.AcceptsImages).WriteAsync(request.Messages, cancellationToken);
        writer.WriteEndArray();
        if (shape.Tools)
            WriteTools(writer, request);
        if (shape.Thinks)
            writer.WriteBoolean("think", true);
        writer.WriteBoolean("stream", model.Streaming);
        WriteOptions(writer, request, model);
        if (model.Params.ValueKind == JsonValueKind.Object && model.Params.TryGetProperty(KeepAlive, out var kept))
        {
            writer.WritePropertyName(KeepAlive);
            kept.WriteTo(writer);
        }
    });

    private static void WriteTools(Utf8JsonWriter writer, ModelRequest request)
    {
        writer.WriteStartArray("tools");
        foreach (var tool in request.Tools)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "function");
            writer.WriteStartObject("function");
            writer.WriteString("name", tool.Name);
            writer.WriteText("description", tool.Description);
            writer.WritePropertyName("parameters");
            tool.Parameters.WriteTo(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    // The far end cuts a prompt silently at its own small window, so the configured one is asked for. One that nobody
    // wrote down is not: it costs memory that the machine may not have.
    private static void WriteOptions(Utf8JsonWriter writer, ModelRequest request, ModelSettings model)
    {
        writer.WriteStartObject("options");
        var written = model.Params.ValueKind == JsonValueKind.Object ? model.Params.EnumerateObject().ToList() : [];
        foreach (var option in written.Where(static option => option.Name != KeepAlive))
            option.WriteTo(writer);
        if (model.WrittenWindow is { } window && !written.Exists(static option => option.Name == "num_ctx"))
            writer.WriteNumber("num_ctx", window);
        if (request.MaxOutputTokens is { } tokens && !written.Exists(static option => option.Name == "num_predict"))
            writer.WriteNumber("num_predict", tokens);
        if (request.Temperature is { } temperature && !written.Exists(static option => option.Name == "temperature"))
            writer.WriteNumber("temperature", temperature);
        writer.WriteEndObject();
    }
}
