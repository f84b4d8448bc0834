using System.Diagnostics.Metrics;

namespace OpenClaw.Host.Configuration;

/// <summary>How often the configuration is changed, and how often a change is refused.</summary>
internal sealed class ConfigurationMetrics : IDisposable
{
    public const string MeterName = "OpenClaw.Configuration";

    private readonly Meter? _owned;
    private readonly Counter<long> _writes;

    public ConfigurationMetrics(IMeterFactory? meters = null)
    {
        var meter = meters?.Create(MeterName) ?? (_owned = new Meter(MeterName));
        _writes = meter.CreateCounter<long>("openclaw.configuration.writes", "{write}", "Changes of the configuration file, by outcome.");
    }

    public void Wrote(string outcome) => _writes.Add(1, KeyValuePair.Create<string, object?>("outcome", outcome));

    public void Dispose() => _owned?.Dispose();
}
