using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Diagnostics.Logging;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Configuration;

/// <summary>Translates the <c>logging</c> section into the settings of the log.</summary>
internal static class LogSettingsFactory
{
    public static LogSettings Create(LoggingConfig logging, StatePaths paths, TextWriter? console, bool consoleColours = false) => new()
    {
        File = Locate(logging, paths),
        FileLevel = logging.Level,
        ConsoleLevel = logging.ConsoleLevel,
        ConsoleStyle = logging.ConsoleStyle switch
        {
            ConsoleStyle.Compact => ConsoleLineStyle.Compact,
            ConsoleStyle.Json => ConsoleLineStyle.Json,
            _ => ConsoleLineStyle.Pretty,
        },
        Console = console,
        ConsoleColours = consoleColours,
        MaxFileBytes = logging.MaxFileBytes,
        MaxFiles = logging.MaxFiles,
        HideTokenShapes = logging.RedactSensitive,
        Patterns = logging.RedactPatterns,
    };

    /// <summary>
    /// The configured file; else a daily one in the shared temporary directory, as clients and scripts expect. A state
    /// directory somebody chose keeps its own: two such gateways must not write into one file.
    /// </summary>
    public static LogFileLocation Locate(LoggingConfig logging, StatePaths paths)
    {
        if (logging.File is { } file)
        {
            return LogFileLocation.Fixed(file);
        }

        var directory = IsUsualState(paths) ? LogDirectory.Prepare(TemporaryRoot(), paths.LogDirectory) : paths.LogDirectory;
        if (directory == paths.LogDirectory)
        {
            StatePaths.CreatePrivate(directory);
        }

        return LogFileLocation.Daily(directory, paths.Profile);
    }

    private static bool IsUsualState(StatePaths paths)
    {
        var usual = Path.Combine(paths.HomeDirectory, paths.Profile is { } profile ? $".openclaw-{profile}" : ".openclaw");
        return string.Equals(paths.StateDirectory, usual, StringComparison.Ordinal);
    }

    // TMPDIR differs between a login shell and a service; a fixed place is found by both.
    private static string TemporaryRoot() => OperatingSystem.IsWindows() ? Path.GetTempPath() : "/tmp";
}
