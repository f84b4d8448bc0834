using System.Collections.Concurrent;

namespace OpenClaw.Host.Plugins.Budgets;

/// <summary>How often each plugin was refused something, by limit; over all its generations.</summary>
internal sealed class PluginRefusals
{
    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public IEnumerable<(string PluginId, string Limit, long Count)> All =>
        _counts.Select(static pair => (pair.Key[..pair.Key.IndexOf(' ')], pair.Key[(pair.Key.IndexOf(' ') + 1)..], pair.Value));

    public void Add(string pluginId, string limit) => _counts.AddOrUpdate($"{pluginId} {limit}", 1, static (_, count) => count + 1);

    public long Of(string pluginId, string limit) => _counts.GetValueOrDefault($"{pluginId} {limit}");
}
