namespace OpenClaw.Host.Diagnostics.Logging;

/// <summary>
/// The one door to the sinks: turns state, scopes and exceptions into clean, bounded text. Objects stop here, so that no
/// sink keeps a plugin's types alive or prints what was not cleaned.
/// </summary>
internal sealed class HostLogger(string category, LogSystem log) : ILogger
{
    private const string TemplateKey = "{OriginalFormat}";

    private readonly string _subsystem = Subsystem.Of(category);
    private readonly bool _isFramework = Subsystem.IsFramework(category);

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => log.Scopes.Push(state);

    public bool IsEnabled(LogLevel logLevel) =>
        logLevel != LogLevel.None && logLevel >= log.LowestLevel && (!_isFramework || logLevel >= LogLevel.Warning || log.LowestLevel <= LogLevel.Debug);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        log.Write(new LogLine
        {
            Time = log.Time.GetLocalNow(),
            Level = logLevel,
            Subsystem = _subsystem,
            EventId = eventId.Id,
            EventName = eventId.Name is { } name ? Field(name) : null,
            Message = LogText.OneLine(log.Redactor.Clean(Format(state, exception, formatter), LogLimits.Message)),
            Fields = CollectFields(state),
            Exception = exception is null ? null : log.Redactor.Clean(Describe(exception), LogLimits.Exception),
        });
    }

    private List<KeyValuePair<string, string>> CollectFields<TState>(TState state)
    {
        var fields = new List<KeyValuePair<string, string>>();
        Add(fields, state);
        log.Scopes.ForEachScope(static (scope, target) => target.Logger.Add(target.Fields, scope), (Logger: this, Fields: fields));
        return fields;
    }

    private void Add(List<KeyValuePair<string, string>> fields, object? state)
    {
        switch (state)
        {
            case IEnumerable<KeyValuePair<string, object?>> pairs:
                foreach (var (key, value) in pairs)
                {
                    if (key != TemplateKey)
                    {
                        AddField(fields, key, value);
                    }
                }

                break;
            case string text:
                AddField(fields, "scope", text);
                break;
        }
    }

    private void AddField(List<KeyValuePair<string, string>> fields, string key, object? value)
    {
        if (fields.Count < LogLimits.Fields && value is not null && !fields.Exists(field => field.Key == key))
        {
            fields.Add(new(Field(key), Field(TextOf(value))));
        }
    }

    private string Field(string text) => LogText.OneLine(log.Redactor.Clean(text, LogLimits.Field));

    // Text of a foreign object is foreign code; whatever it throws, the rest of the event is still worth a line.
    private static string TextOf(object value)
    {
        try
        {
            return value.ToString() ?? "";
        }
        catch (Exception error)
        {
            return $"[{value.GetType().Name} cannot be shown: {error.GetType().Name}]";
        }
    }

    private static string Format<TState>(TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        try
        {
            return formatter(state, exception);
        }
        catch (Exception error)
        {
            return $"[the message cannot be formatted: {error.GetType().Name}]";
        }
    }

    private static string Describe(Exception exception)
    {
        try
        {
            return exception.ToString();
        }
        catch (Exception error)
        {
            return $"[{exception.GetType().Name} cannot be shown: {error.GetType().Name}]";
        }
    }
}
