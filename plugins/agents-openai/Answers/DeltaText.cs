using System.Text;
using System.Text.Json;
using OpenClaw.Agents.OpenAI.Wire;

namespace OpenClaw.Agents.OpenAI.Answers;

/// <summary>Reads the texts of a delta, whose shapes differ between far ends.</summary>
internal static class DeltaText
{
    public static string Answer(CompletionDelta delta) => Read(delta.Content, "text");

    public static string Refusal(CompletionDelta delta) => Read(delta.Refusal, "text");

    public static string Thinking(CompletionDelta delta)
    {
        var named = Read(delta.ReasoningContent, "text");
        if (named.Length == 0)
            named = Read(delta.Reasoning, "text");
        return named.Length == 0 && delta.Content.ValueKind == JsonValueKind.Array ? Read(delta.Content, "thinking") : named;
    }

    // A string, or a list of parts of which only some are wanted; a part holds a string or such a list again.
    private static string Read(JsonElement value, string type)
    {
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString()!;
        if (value.ValueKind != JsonValueKind.Array)
            return "";
        var text = new StringBuilder();
        foreach (var part in value.EnumerateArray())
        {
            if (part.ValueKind == JsonValueKind.Object
                && part.TryGetProperty("type", out var kind) && kind.ValueKind == JsonValueKind.String && kind.ValueEquals(type)
                && part.TryGetProperty(type, out var inner))
            {
                text.Append(Read(inner, "text"));
            }
        }

        return text.ToString();
    }
}
