using System.Text.Json;

namespace OpenClaw.Agents.Tests.Conformance;

internal static class Json
{
    /// <summary>A text as JSON writes it.</summary>
    public static string Text(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
