using Microsoft.Extensions.Logging;
using OpenClaw.Host.Diagnostics.Logging;
using OpenClaw.Host.Diagnostics.Redaction;

namespace OpenClaw.Host.Tests.Diagnostics;

/// <summary>A log of its own: a file in a directory that goes away, and a console in memory.</summary>
internal sealed class LogFixture : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ILoggerFactory _loggers;

    public LogFixture(Func<LogSettings, LogSettings>? change = null, bool daily = false)
    {
        var location = daily ? LogFileLocation.Daily(_directory.Path, profile: null) : LogFileLocation.Fixed(_directory["gateway.log"]);
        var settings = new LogSettings { File = location, Console = Console, FileLevel = LogLevel.Trace, ConsoleLevel = LogLevel.Trace };
        Log = new LogSystem(change?.Invoke(settings) ?? settings, Secrets, Time);
        _loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log.Provider));
    }

    public SecretRegistry Secrets { get; } = new();

    public ManualClock Time { get; } = new();

    public StringWriter Console { get; } = new();

    public LogSystem Log { get; }

    public string Directory => _directory.Path;

    public ILogger Logger(string category = "OpenClaw.Host.Gateway.Test") => _loggers.CreateLogger(category);

    /// <summary>Everything that reached the live file.</summary>
    public string[] Lines()
    {
        Log.Flush();
        return File.Exists(Log.CurrentFile) ? File.ReadAllLines(Log.CurrentFile) : [];
    }

    public void Dispose()
    {
        _loggers.Dispose();
        Log.Dispose();
        Console.Dispose();
        _directory.Dispose();
    }
}
