using System.Text;
using NLog;
using NLog.Config;
using NLog.Layouts;
using NLog.Targets;
using NLog.Targets.Wrappers;
using Level = Microsoft.Extensions.Logging.LogLevel;

namespace OpenClaw.Host.Diagnostics.Logging;

/// <summary>NLog, configured in code: a rotated file and a console, each behind a bounded queue.</summary>
internal sealed class LogPipeline : IDisposable
{
    private const int Batch = 50;
    private static readonly TimeSpan FlushPatience = TimeSpan.FromSeconds(5);

    private readonly LogSettings _settings;
    private readonly LogMetrics _metrics;
    private readonly LogFactory _factory = new();
    private readonly Logger _logger;
    private readonly Lock _gate = new();
    private DateTime _day;
    private Level _fileLevel;
    private Level _consoleLevel;

    public LogPipeline(LogSettings settings, LogMetrics metrics, DateTime now)
    {
        _settings = settings;
        _metrics = metrics;
        _fileLevel = settings.FileLevel;
        _consoleLevel = settings.ConsoleLevel;
        Configure(now.Date);
        _logger = _factory.GetLogger("openclaw");
    }

    public void Write(LogLine line)
    {
        if (_settings.File.IsDaily && line.Time.Date != _day)
        {
            TurnPage(line.Time.Date);
        }

        _logger.Log(new LogLineEvent(line));
        _metrics.Line(line.Level);
    }

    public void SetLevels(Level fileLevel, Level consoleLevel)
    {
        lock (_gate)
        {
            (_fileLevel, _consoleLevel) = (fileLevel, consoleLevel);
            foreach (var rule in _factory.Configuration!.LoggingRules)
            {
                SetLevel(rule, rule.RuleName == "file" ? fileLevel : consoleLevel);
            }

            _factory.ReconfigExistingLoggers();
        }
    }

    public void Flush() => _factory.Flush(FlushPatience);

    public void Dispose()
    {
        Flush();
        _factory.Shutdown();
        _factory.Dispose();
    }

    // NLog sets files aside only under a fixed name, so a new day is a new configuration.
    private void TurnPage(DateTime day)
    {
        lock (_gate)
        {
            if (day > _day)
            {
                _factory.Flush(FlushPatience);
                Configure(day);
            }
        }
    }

    private void Configure(DateTime day)
    {
        _day = day;
        var configuration = new LoggingConfiguration(_factory);
        AddRule(configuration, "file", _fileLevel, CreateFile(_settings.File.PathFor(day)), AsyncTargetWrapperOverflowAction.Block);
        if (_settings.Console is { } console)
        {
            var layout = new ConsoleLineLayout(_settings.ConsoleStyle, _settings.ConsoleColours);

            // A terminal somebody stopped with Ctrl+S must not stop the gateway.
            AddRule(configuration, "console", _consoleLevel, new ConsoleLineTarget(console, layout), AsyncTargetWrapperOverflowAction.Discard);
        }

        _factory.Configuration = configuration;
    }

    private RotatedFileTarget CreateFile(string path)
    {
        var literal = Layout.FromLiteral(path);
        var file = new RotatedFileTarget
        {
            Name = "file",
            FileName = literal,
            Layout = new JsonLineLayout(),
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            LineEnding = LineEndingMode.LF,
            KeepFileOpen = true,
            CreateDirs = true,
        };
        if (_settings.MaxFileBytes > 0)
        {
            file.ArchiveAboveSize = _settings.MaxFileBytes;
            file.MaxArchiveFiles = _settings.MaxFiles;
            file.ArchiveFileName = literal;
            file.ArchiveSuffixFormat = ".{0}";
        }

        return file;
    }

    private void AddRule(
        LoggingConfiguration configuration, string name, Level level, Target target, AsyncTargetWrapperOverflowAction whenFull)
    {
        var queue = new AsyncTargetWrapper(target, LogLimits.Queue, whenFull) { Name = $"{name}-queue", BatchSize = Batch };
        queue.LogEventDropped += (_, _) => _metrics.Dropped();
        configuration.AddTarget(queue);
        var rule = new LoggingRule(name) { LoggerNamePattern = "*" };
        rule.Targets.Add(queue);
        SetLevel(rule, level);
        configuration.LoggingRules.Add(rule);
    }

    private static void SetLevel(LoggingRule rule, Level level)
    {
        rule.DisableLoggingForLevels(NLog.LogLevel.Trace, NLog.LogLevel.Fatal);
        if (level != Level.None)
        {
            rule.EnableLoggingForLevels(LogLevelNames.ToNLog(level), NLog.LogLevel.Fatal);
        }
    }
}
