using System.Diagnostics.Metrics;
using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Plugins;

/// <summary>How many plugins there are in each state.</summary>
internal sealed class PluginsMetrics : IDisposable
{
    public const string MeterName = "OpenClaw.Plugins";

    private readonly Meter? _owned;
    private readonly Meter _meter;

    public PluginsMetrics(IMeterFactory? meters = null) => _meter = meters?.Create(MeterName) ?? (_owned = new Meter(MeterName));

    public void Watch(PluginHost plugins) => _meter.CreateObservableUpDownCounter(
        "openclaw.plugins.count",
        () => plugins.Plugins.CountBy(static plugin => plugin.State)
            .Select(static state => new Measurement<int>(state.Value, KeyValuePair.Create<string, object?>("state", state.Key.ToString()))),
        "{plugin}",
        "Plugins, by state.");

    public void Dispose() => _owned?.Dispose();
}
