using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OpenClaw.Host.Tests.Plugins;

/// <summary>Keeps everything that is logged, state objects included, as a sink may.</summary>
internal sealed class RecordingLoggers : ILoggerFactory
{
    private volatile TaskCompletionSource _logged = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<(string Category, LogLevel Level, string Message, object? State)> Entries { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Recorder(categoryName, this);

    /// <summary>Returns once this message has been logged.</summary>
    public Task WaitAsync(string message) => WaitAsync(entry => entry == message);

    /// <summary>Returns once so many messages of this kind have been logged.</summary>
    public async Task WaitAsync(Func<string, bool> matches, int count = 1)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            // Taken before the look, so that what is logged in between is not missed.
            var next = _logged.Task;
            if (Entries.Count(entry => matches(entry.Message)) >= count)
                return;
            await next.WaitAsync(deadline.Token);
        }
    }

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private void Add((string Category, LogLevel Level, string Message, object? State) entry)
    {
        Entries.Enqueue(entry);
        Interlocked.Exchange(ref _logged, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    private sealed class Recorder(string category, RecordingLoggers owner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            owner.Add((category, logLevel, formatter(state, exception), state));
    }
}
