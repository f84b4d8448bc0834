using System.Globalization;
using NLog;
using NLog.Config;
using NLog.Layouts;
using Level = Microsoft.Extensions.Logging.LogLevel;

namespace OpenClaw.Host.Diagnostics.Logging;

/// <summary>A line for people: <c>14:03:22 warn  [gateway] message</c>.</summary>
[ThreadAgnostic]
internal sealed class ConsoleLineLayout(ConsoleLineStyle style, bool colours) : Layout
{
    private const string Reset = "\e[0m";

    protected override string GetFormattedMessage(LogEventInfo logEvent)
    {
        if (logEvent is not LogLineEvent { Line: var line })
        {
            return "";
        }

        if (style == ConsoleLineStyle.Json)
        {
            return JsonLineLayout.Format(line);
        }

        var text = $"[{line.Subsystem}] {line.Message}";
        if (style == ConsoleLineStyle.Pretty)
        {
            var time = line.Time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
            text = $"{time} {Paint(line.Level, LogLevelNames.Of(line.Level).PadRight(5))} {text}";
        }

        return line.Exception is { } exception ? $"{text}\n    {LogText.Indented(exception)}" : text;
    }

    private string Paint(Level level, string text) => !colours ? text : level switch
    {
        Level.Critical or Level.Error => $"\e[31m{text}{Reset}",
        Level.Warning => $"\e[33m{text}{Reset}",
        Level.Debug or Level.Trace => $"\e[2m{text}{Reset}",
        _ => text,
    };
}
