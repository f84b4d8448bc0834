using System.Text.Json;
using OpenClaw.Agents.Common.Requests;
using OpenClaw.Agents.Common.Settings;
using OpenClaw.Tools;

namespace OpenClaw.Agents.OpenAI.Requests;

/// <summary>Writes the body of a chat request.</summary>
internal static class ChatRequestWriter
{
    public static Task<ReadOnlyMemory<byte>> WriteAsync(
        ModelRequest request, ModelSettings model, RequestShape shape, CancellationToken cancellationToken) => RequestBody.WriteAsync(async writer =>
    {
        writer.WriteString("model", request.Model);
        writer.WriteStartArray("messages");
        if (!string.IsNullOrEmpty(request.SystemPrompt))
            MessageWriter.WriteText(writer, shape.UsesDeveloperRole ? "developer" : "system", request.SystemPrompt);
        await new MessageWriter(writer, model.AcceptsImages).WriteAsync(request.Messages, cancellationToken);
        writer.WriteEndArray();
        WriteTools(writer, request);
        WriteLimits(writer, request, model, shape);
        WriteStreaming(writer, shape);
    });

    private static void WriteTools(Utf8JsonWriter writer, ModelRequest request)
    {
        if (request.Tools.Count == 0)
            return;
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
        WriteToolChoice(writer, request.ToolChoice);
    }

    private static void WriteToolChoice(Utf8JsonWriter writer, ToolChoice choice)
    {
        if (choice.Mode != ToolChoiceMode.Named)
        {
            writer.WriteString("tool_choice", choice.Mode.ToString().ToLowerInvariant());
            return;
        }

        writer.WriteStartObject("tool_choice");
        writer.WriteString("type", "function");
        writer.WriteStartObject("function");
        writer.WriteString("name", choice.ToolName);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteLimits(Utf8JsonWriter writer, ModelRequest request, ModelSettings model, RequestShape shape)
    {
        if (request.MaxOutputTokens is { } tokens)
            writer.WriteNumber(shape.TokensField, tokens);
        if (request.Temperature is { } temperature)
            writer.WriteNumber("temperature", temperature);
        if (shape.SendsReasoningEffort && ReasoningEffort.Of(request.Thinking, model.Compat) is { } effort)
            writer.WriteString("reasoning_effort", effort);
    }

    private static void WriteStreaming(Utf8JsonWriter writer, RequestShape shape)
    {
        writer.WriteBoolean("stream", shape.Streams);
        if (!shape.Streams || !shape.AsksForUsage)
            return;
        writer.WriteStartObject("stream_options");
        writer.WriteBoolean("include_usage", true);
        writer.WriteEndObject();
    }
}
