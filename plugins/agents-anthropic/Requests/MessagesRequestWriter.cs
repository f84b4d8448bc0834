using System.Text.Json;
using OpenClaw.Agents.Common.Requests;
using OpenClaw.Agents.Common.Settings;

namespace OpenClaw.Agents.Anthropic.Requests;

/// <summary>Writes the body of a request.</summary>
internal static class MessagesRequestWriter
{
    public static Task<ReadOnlyMemory<byte>> WriteAsync(
        ModelRequest request, ModelSettings model, ThinkingBudget? budget, CancellationToken cancellationToken) => RequestBody.WriteAsync(async writer =>
    {
        writer.WriteString("model", request.Model);
        writer.WriteNumber("max_tokens", budget?.Total ?? request.MaxOutputTokens ?? ThinkingBudget.DefaultAnswer);
        writer.WriteBoolean("stream", model.Streaming);
        if (!string.IsNullOrEmpty(request.SystemPrompt))
            WriteSystem(writer, request.SystemPrompt, request.StablePromptLength);
        writer.WriteStartArray("messages");
        await new MessageWriter(writer, model.AcceptsImages).WriteAsync(request.Messages, cancellationToken);
        writer.WriteEndArray();
        WriteTools(writer, request);
        if (budget is not null)
        {
            writer.WriteStartObject("thinking");
            writer.WriteString("type", "enabled");
            writer.WriteNumber("budget_tokens", budget.Thinking);
            writer.WriteEndObject();
        }
        else if (request.Temperature is { } temperature)
        {
            // The far end knows nothing above one, and takes no temperature beside thoughts.
            writer.WriteNumber("temperature", Math.Min(temperature, 1));
        }
    });

    public static void WriteCacheMark(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("cache_control");
        writer.WriteString("type", "ephemeral");
        writer.WriteEndObject();
    }

    // What changes stands behind the mark: before it, it would cost the cache of everything that follows.
    private static void WriteSystem(Utf8JsonWriter writer, string prompt, int stable)
    {
        var end = stable > 0 && stable < prompt.Length ? stable : prompt.Length;
        writer.WriteStartArray("system");
        WriteBlock(writer, prompt[..end], marked: true);
        if (!string.IsNullOrWhiteSpace(prompt[end..]))
            WriteBlock(writer, prompt[end..], marked: false);
        writer.WriteEndArray();
    }

    private static void WriteBlock(Utf8JsonWriter writer, string text, bool marked)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "text");
        writer.WriteText("text", text);
        if (marked)
            WriteCacheMark(writer);
        writer.WriteEndObject();
    }

    private static void WriteTools(Utf8JsonWriter writer, ModelRequest request)
    {
        if (request.Tools.Count == 0)
            return;
        writer.WriteStartArray("tools");
        foreach (var tool in request.Tools)
        {
            writer.WriteStartObject();
            writer.WriteString("name", tool.Name);
            writer.WriteText("description", tool.Description);
            writer.WritePropertyName("input_schema");
            tool.Parameters.WriteTo(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("tool_choice");
        writer.WriteString("type", request.ToolChoice.Mode switch
        {
            ToolChoiceMode.None => "none",
            ToolChoiceMode.Required => "any",
            ToolChoiceMode.Named => "tool",
            _ => "auto",
        });
        if (request.ToolChoice.ToolName is { } name)
            writer.WriteString("name", name);
        writer.WriteEndObject();
    }
}
