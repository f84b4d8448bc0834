namespace OpenClaw.Host.Configuration.Binding;

/// <summary>The names of log levels in the file and on the command line.</summary>
internal static class LogLevelText
{
    public static readonly string[] Names = ["silent", "fatal", "error", "warn", "info", "debug", "trace"];

    public static bool TryParse(string text, out LogLevel level)
    {
        LogLevel? known = text.Trim().ToLowerInvariant() switch
        {
            "silent" or "none" or "off" => LogLevel.None,
            "fatal" or "critical" => LogLevel.Critical,
            "error" => LogLevel.Error,
            "warn" or "warning" => LogLevel.Warning,
            "info" or "information" => LogLevel.Information,
            "debug" => LogLevel.Debug,
            "trace" => LogLevel.Trace,
            _ => null,
        };
        level = known ?? LogLevel.Information;
        return known is not null;
    }
}
