using System.Text;
using System.Text.Json;

namespace OpenClaw.Agents.Common.Requests;

/// <summary>Writes texts that people and models wrote: a broken surrogate becomes a replacement character, not an exception.</summary>
internal static class Utf8JsonWriterTextExtensions
{
    public static void WriteText(this Utf8JsonWriter writer, string name, string text) => writer.WriteString(name, Encoding.UTF8.GetBytes(text));

    public static void WriteTextValue(this Utf8JsonWriter writer, string text) => writer.WriteStringValue(Encoding.UTF8.GetBytes(text));
}
