using OpenClaw.Host.Plugins.Faults;

namespace OpenClaw.Host.Plugins.Scopes;

/// <summary>A logger lent to a plugin. Its text is data: it is never read as a format again.</summary>
internal sealed class PluginLogger(ILogger inner, PluginText text) : ILogger
{
    private const int MaxArguments = 32;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull =>
        inner.BeginScope(new PluginLogState(text.Argument(state), []));

    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        if (!inner.IsEnabled(logLevel))
            return;
        var message = Format(state, exception, formatter);
        if (exception is not null)
            message = $"{message}{Environment.NewLine}{PluginFault.From(exception).Trace}";
        inner.Log(logLevel, eventId, new PluginLogState(text.Message(message), Arguments(state)), exception: null, static (entry, _) => entry.ToString());
    }

    private static string Format<TState>(TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        try
        {
            return formatter(state, exception) ?? "";
        }
        catch (Exception failure)
        {
            return $"(the log message cannot be formatted: {PluginFault.From(failure).Summary})";
        }
    }

    private IReadOnlyList<KeyValuePair<string, object?>> Arguments(object? state)
    {
        if (state is not IEnumerable<KeyValuePair<string, object?>> arguments)
            return [];
        try
        {
            return [.. arguments.Take(MaxArguments).Select(pair => KeyValuePair.Create<string, object?>(text.Argument(pair.Key), text.Argument(pair.Value)))];
        }
        catch (Exception)
        {
            // The enumeration is the plugin's code; the message itself is still worth writing.
            return [];
        }
    }
}
