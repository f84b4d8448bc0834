using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NLog;
using NLog.Config;
using NLog.Layouts;

namespace OpenClaw.Host.Diagnostics.Logging;

/// <summary>One JSON object a line. <c>_meta</c> repeats level and subsystem in the form that log viewers of the protocol read.</summary>
[ThreadAgnostic]
internal sealed class JsonLineLayout : Layout
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    protected override string GetFormattedMessage(LogEventInfo logEvent) =>
        logEvent is LogLineEvent { Line: var line } ? Format(line) : "";

    public static string Format(LogLine line)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            var level = LogLevelNames.Of(line.Level);
            json.WriteStartObject();
            json.WriteString("time", line.Time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
            json.WriteString("level", level);
            json.WriteString("subsystem", line.Subsystem);
            json.WriteString("message", line.Message);
            WriteDetails(json, line);
            json.WriteStartObject("_meta");
            json.WriteString("logLevelName", level.ToUpperInvariant());
            json.WriteString("name", $"{{\"subsystem\":\"{JsonEncodedText.Encode(line.Subsystem)}\"}}");
            json.WriteString("date", line.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteDetails(Utf8JsonWriter json, LogLine line)
    {
        if (line.EventId != 0)
        {
            json.WriteNumber("eventId", line.EventId);
        }

        if (line.EventName is { } name)
        {
            json.WriteString("event", name);
        }

        if (line.Fields.Count > 0)
        {
            json.WriteStartObject("fields");
            foreach (var (key, value) in line.Fields)
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
        }

        if (line.Exception is { } exception)
        {
            json.WriteString("exception", exception);
        }
    }
}
