using System.Text.Json;

namespace OpenClaw.Protocol.Frames;

/// <summary>
/// Passes over one value and checks what the JSON grammar leaves open: depth, and strings that no later reader could decode.
/// Checking here keeps every later read of the value free of surprises.
/// </summary>
internal static class JsonValueWalker
{
    /// <summary>Moves from the first token of a value to its last.</summary>
    public static JsonWalk Walk(ref Utf8JsonReader reader)
    {
        var result = JsonWalk.Accepted;
        var floor = reader.CurrentDepth;
        do
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth >= GatewayLimits.MaxDepth:
                    return JsonWalk.TooDeep;
                case JsonTokenType.String or JsonTokenType.PropertyName when !HasUsableText(ref reader):
                    result = JsonWalk.UnusableString;
                    break;
            }
        }
        while (!IsLastToken(ref reader, floor) && reader.Read());

        return result;
    }

    /// <summary>True when the current string token decodes to text without NUL and without half a surrogate pair.</summary>
    public static bool HasUsableText(ref Utf8JsonReader reader) =>
        !reader.ValueIsEscaped || StringEscapes.AreUsable(reader.ValueSpan);

    private static bool IsLastToken(ref Utf8JsonReader reader, int floor) =>
        reader.CurrentDepth == floor
        && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName);
}
