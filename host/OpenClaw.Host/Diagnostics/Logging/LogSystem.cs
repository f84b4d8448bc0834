using OpenClaw.Host.Diagnostics.Redaction;

namespace OpenClaw.Host.Diagnostics.Logging;

/// <summary>
/// The log of a process, from before the container exists until after it is gone. Disposing writes what is still queued;
/// the crash handler does it as well.
/// </summary>
internal sealed class LogSystem : IDisposable
{
    private readonly LogMetrics _metrics = new();
    private readonly LogPipeline _pipeline;
    private readonly RepeatCollapser _collapser;
    private volatile int _lowestLevel;

    public LogSystem(LogSettings settings, SecretRegistry secrets, TimeProvider time)
    {
        Settings = settings;
        Secrets = secrets;
        Time = time;
        Redactor = new LogRedactor(secrets, settings.HideTokenShapes ? TokenPatterns.From(settings.Patterns) : TokenPatterns.None);
        FileLevel = settings.FileLevel;
        ConsoleLevel = settings.ConsoleLevel;
        _collapser = new RepeatCollapser(time);
        _pipeline = new LogPipeline(settings, _metrics, time.GetLocalNow().DateTime);
        _lowestLevel = Lowest();
        Provider = new HostLoggerProvider(this);
    }

    public LogSettings Settings { get; }

    public SecretRegistry Secrets { get; }

    public TimeProvider Time { get; }

    public LogRedactor Redactor { get; }

    public HostLoggerProvider Provider { get; }

    public IExternalScopeProvider Scopes { get; set; } = new LoggerExternalScopeProvider();

    public LogLevel FileLevel { get; private set; }

    public LogLevel ConsoleLevel { get; private set; }

    public LogLevel LowestLevel => (LogLevel)_lowestLevel;

    /// <summary>Lines lost because a sink did not keep up.</summary>
    public long DroppedLines => _metrics.DroppedTotal;

    /// <summary>The file that lines go to now.</summary>
    public string CurrentFile => Settings.File.PathFor(Time.GetLocalNow().DateTime);

    /// <summary>Changes what is logged while the process runs.</summary>
    public void Set(LogLevel fileLevel, LogLevel consoleLevel)
    {
        FileLevel = fileLevel;
        ConsoleLevel = consoleLevel;
        _pipeline.SetLevels(fileLevel, consoleLevel);
        _lowestLevel = Lowest();
    }

    public void Write(LogLine line)
    {
        if (line.Level >= LogLevel.Warning)
        {
            if (!_collapser.Admit(line, out var summary))
            {
                _metrics.Collapsed();
                return;
            }

            if (summary is not null)
            {
                _pipeline.Write(summary);
            }
        }

        _pipeline.Write(line);
    }

    public void Flush() => _pipeline.Flush();

    public void Dispose()
    {
        if (_collapser.Finish() is { } summary)
        {
            _pipeline.Write(summary);
        }

        _pipeline.Dispose();
        _metrics.Dispose();
    }

    private int Lowest() => (int)(Settings.Console is not null && ConsoleLevel < FileLevel ? ConsoleLevel : FileLevel);
}
