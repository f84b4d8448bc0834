using System.Collections.Concurrent;

namespace OpenClaw.Host.Diagnostics.Logging;

/// <summary>Gives out loggers. The log outlives the container that uses it, so disposing the provider ends nothing.</summary>
[ProviderAlias("OpenClaw")]
internal sealed class HostLoggerProvider(LogSystem log) : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentDictionary<string, HostLogger> _loggers = new(StringComparer.Ordinal);

    public ILogger CreateLogger(string categoryName) => _loggers.GetOrAdd(categoryName, static (name, log) => new HostLogger(name, log), log);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => log.Scopes = scopeProvider;

    public void Dispose()
    {
    }
}
