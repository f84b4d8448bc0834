using System.Collections.Concurrent;

namespace OpenClaw.Host.Plugins.Scopes;

/// <summary>Makes the loggers of one plugin. Providers cannot be added: sinks belong to the host.</summary>
internal sealed class PluginLoggerFactory(ILoggerFactory inner, string pluginId, PluginText text) : ILoggerFactory
{
    // The host keeps a logger for each category for good, so a plugin gets a fixed number of them.
    private const int MaxCategories = 64;
    private const int MaxCategoryLength = 128;

    private readonly ConcurrentDictionary<string, ILogger> _loggers = new(StringComparer.Ordinal);

    public ILogger CreateLogger(string categoryName)
    {
        ArgumentNullException.ThrowIfNull(categoryName);
        var name = categoryName.Length <= MaxCategoryLength ? categoryName : categoryName[..MaxCategoryLength];
        if (_loggers.TryGetValue(name, out var logger))
            return logger;
        return _loggers.Count >= MaxCategories ? Create($"plugin.{pluginId}") : _loggers.GetOrAdd(name, Create($"plugin.{pluginId}.{name}"));
    }

    public void AddProvider(ILoggerProvider provider) =>
        throw new NotSupportedException("A plugin cannot add log providers; write to the loggers it is given.");

    public void Dispose()
    {
    }

    private PluginLogger Create(string category) => new(inner.CreateLogger(category), text);
}
