using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Host.Cli.Output;

/// <summary>What commands print: one JSON document, or tables.</summary>
internal static class ConsoleExtensions
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        NewLine = "\n",
        // Output for a terminal or a file, never for a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void WriteJson(this ICliConsole console, JsonElement document) =>
        WriteJson(console, writer => document.WriteTo(writer));

    public static void WriteJson<T>(this ICliConsole console, T document, JsonTypeInfo<T> type) =>
        WriteJson(console, writer => JsonSerializer.Serialize(writer, document, type));

    /// <summary>One document on one line, for streams of documents.</summary>
    public static void WriteJsonLine<T>(this ICliConsole console, T document, JsonTypeInfo<T> type) =>
        console.Output.WriteLine(JsonSerializer.Serialize(document, type));

    public static void WriteTable(this ICliConsole console, CliTable table)
    {
        if (console.IsInteractive)
        {
            RichTable.Write(console, table);
        }
        else
        {
            PlainTable.Write(console.Output, table);
        }
    }

    private static void WriteJson(ICliConsole console, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            write(writer);
        }

        console.Output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
