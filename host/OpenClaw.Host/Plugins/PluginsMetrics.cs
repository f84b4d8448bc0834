using System.Diagnostics.Metrics;
using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Plugins;

/// <summary>How many plugins there are in each state.</summary>
internal sealed class PluginsMetrics : IDisposable
{
    public const string MeterName = "OpenClaw.Plugins";

    // Made at the first failure.
    private Counter<long>? _failures;
    private readonly Meter? _owned;
    private readonly Meter _meter;

    public PluginsMetrics(IMeterFactory? meters = null) => _meter = meters?.Create(MeterName) ?? (_owned = new Meter(MeterName));

    /// <summary>Counts a call into a plugin that failed. Ids of plugins come from folders of the owner.</summary>
    public void CallFailed(string pluginId, string cause) =>
        (_failures ??= _meter.CreateCounter<long>("openclaw.plugins.call_failures", "{call}", "Calls of routes, methods, commands and hooks of plugins that failed."))
            .Add(1, KeyValuePair.Create<string, object?>("plugin", pluginId), KeyValuePair.Create<string, object?>("cause", cause));

    public void Watch(PluginHost plugins) => _meter.CreateObservableUpDownCounter(
        "openclaw.plugins.count",
        () => plugins.Plugins.CountBy(static plugin => plugin.State)
            .Select(static state => new Measurement<int>(state.Value, KeyValuePair.Create<string, object?>("state", state.Key.ToString()))),
        "{plugin}",
        "Plugins, by state.");

    public void Dispose() => _owned?.Dispose();
}
