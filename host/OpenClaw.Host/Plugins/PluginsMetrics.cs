using System.Diagnostics.Metrics;
using OpenClaw.Host.Plugins.Budgets;
using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Plugins;

/// <summary>How many plugins there are in each state, and what they were refused.</summary>
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

    public void Watch(PluginHost plugins, PluginRefusals refusals)
    {
        _meter.CreateObservableCounter(
            "openclaw.plugins.refused",
            () => refusals.All.Select(static refusal => new Measurement<long>(
                refusal.Count,
                KeyValuePair.Create<string, object?>("plugin", refusal.PluginId),
                KeyValuePair.Create<string, object?>("limit", refusal.Limit))),
            "{refusal}",
            "Calls into plugins and messages from them that were refused, by plugin and limit.");
        _meter.CreateObservableUpDownCounter(
            "openclaw.plugins.count",
            () => plugins.Plugins.CountBy(static plugin => plugin.State)
                .Select(static state => new Measurement<int>(state.Value, KeyValuePair.Create<string, object?>("state", state.Key.ToString()))),
            "{plugin}",
            "Plugins, by state.");
    }

    public void Dispose() => _owned?.Dispose();
}
