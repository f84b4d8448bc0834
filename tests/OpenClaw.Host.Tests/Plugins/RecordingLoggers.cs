using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OpenClaw.Host.Tests.Plugins;

/// <summary>Keeps everything that is logged, state objects included, as a sink may.</summary>
internal sealed class RecordingLoggers : ILoggerFactory
{
    public ConcurrentQueue<(string Category, LogLevel Level, string Message, object? State)> Entries { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Recorder(categoryName, Entries);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private sealed class Recorder(string category, ConcurrentQueue<(string, LogLevel, string, object?)> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            entries.Enqueue((category, logLevel, formatter(state, exception), state));
    }
}
