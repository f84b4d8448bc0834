using System.Text.Json;
using OpenClaw.Agents.Common.Requests;
using OpenClaw.Agents.Common.Settings;
using OpenClaw.Agents.OpenAI.Requests;

namespace OpenClaw.Agents.OpenAI.Responses;

/// <summary>Writes the body of a request.</summary>
internal static class ResponseRequestWriter
{
    public static Task<ReadOnlyMemory<byte>> WriteAsync(
        ModelRequest request, ModelSettings model, ResponseShape shape, CancellationToken cancellationToken) => RequestBody.WriteAsync(async writer =>
    {
        writer.WriteString("model", request.Model);
        writer.WriteStartArray("input");
        var input = new InputWriter(writer, model.AcceptsImages, shape.KeepsThoughts);
        if (!string.IsNullOrEmpty(request.SystemPrompt))
            InputWriter.WriteMessage(writer, "developer", "input_text", request.SystemPrompt);
        await input.WriteAsync(request.Messages, cancellationToken);
        writer.WriteEndArray();
        WriteTools(writer, request);
        if (request.MaxOutputTokens is { } tokens)
            writer.WriteNumber("max_output_tokens", tokens);
        if (request.Temperature is { } temperature)
            writer.WriteNumber("temperature", temperature);
        WriteReasoning(writer, request, model, shape);
        writer.WriteBoolean("stream", shape.Streams);
        // Nothing stays with the far end; the conversation is sent in full each time.
        writer.WriteBoolean("store", false);
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
            writer.WriteString("name", tool.Name);
            writer.WriteText("description", tool.Description);
            writer.WritePropertyName("parameters");
            tool.Parameters.WriteTo(writer);
            // The far end's default is strict, which most schemas do not meet.
            writer.WriteBoolean("strict", false);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (request.ToolChoice.Mode != ToolChoiceMode.Named)
        {
            writer.WriteString("tool_choice", request.ToolChoice.Mode.ToString().ToLowerInvariant());
            return;
        }

        writer.WriteStartObject("tool_choice");
        writer.WriteString("type", "function");
        writer.WriteString("name", request.ToolChoice.ToolName);
        writer.WriteEndObject();
    }

    private static void WriteReasoning(Utf8JsonWriter writer, ModelRequest request, ModelSettings model, ResponseShape shape)
    {
        if (!shape.Reasons || ReasoningEffort.Of(request.Thinking, model.Compat) is not { } effort)
            return;
        writer.WriteStartObject("reasoning");
        writer.WriteString("effort", effort);
        writer.WriteString("summary", "auto");
        writer.WriteEndObject();
        if (!shape.KeepsThoughts)
            return;
        writer.WriteStartArray("include");
        writer.WriteStringValue("reasoning.encrypted_content");
        writer.WriteEndArray();
    }
}
