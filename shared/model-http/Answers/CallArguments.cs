using System.Text.Json;

namespace OpenClaw.Agents.Common.Answers;

/// <summary>Reads the arguments of a tool call as a model wrote them.</summary>
internal static class CallArguments
{
    public static JsonElement Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return JsonElement.Parse("{}");
        try
        {
            var element = JsonElement.Parse(text);
            if (element.ValueKind == JsonValueKind.Object)
                return element;
        }
        catch (JsonException)
        {
            // The host shows the model what it wrote, so that it can mend it.
        }

        return JsonElement.Parse($"\"{JsonEncodedText.Encode(text)}\"");
    }
}
