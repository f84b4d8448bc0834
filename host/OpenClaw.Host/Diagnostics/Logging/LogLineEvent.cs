using NLog;

namespace OpenClaw.Host.Diagnostics.Logging;

/// <summary>Carries a line through NLog, which neither formats nor inspects it.</summary>
internal sealed class LogLineEvent : LogEventInfo
{
    public LogLineEvent(LogLine line)
    {
        Line = line;
        Level = LogLevelNames.ToNLog(line.Level);
        LoggerName = line.Subsystem;
        TimeStamp = line.Time.LocalDateTime;
        Message = "";
    }

    public LogLine Line { get; }
}
