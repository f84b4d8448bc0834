using System.Diagnostics.Metrics;

namespace OpenClaw.Host.Storage;

/// <summary>How much is written, how well it groups, and how long a caller waits for the disk.</summary>
internal sealed class StorageMetrics : IDisposable
{
    public const string MeterName = "OpenClaw.Storage";

    private readonly Meter? _owned;
    private readonly Counter<long> _writes;
    private readonly Histogram<int> _groupSize;
    private readonly Histogram<double> _latency;

    public StorageMetrics(IMeterFactory? meters)
    {
        var meter = meters?.Create(MeterName) ?? (_owned = new Meter(MeterName));
        _writes = meter.CreateCounter<long>("openclaw.storage.writes", "{write}", "Writes asked of the database, by outcome.");
        _groupSize = meter.CreateHistogram<int>("openclaw.storage.write.group_size", "{write}", "Writes that shared one transaction.");
        _latency = meter.CreateHistogram<double>("openclaw.storage.write.duration", "s", "Time from asking for a write to its commit.");
    }

    public void Grouped(int writes) => _groupSize.Record(writes);

    public void Committed(TimeSpan elapsed)
    {
        _writes.Add(1, new KeyValuePair<string, object?>("outcome", "committed"));
        _latency.Record(elapsed.TotalSeconds);
    }

    public void Failed() => _writes.Add(1, new KeyValuePair<string, object?>("outcome", "failed"));

    public void Dispose() => _owned?.Dispose();
}
