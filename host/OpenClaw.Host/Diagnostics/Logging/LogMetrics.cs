using System.Diagnostics.Metrics;

namespace OpenClaw.Host.Diagnostics.Logging;

/// <summary>What the log does with what it is given.</summary>
internal sealed class LogMetrics : IDisposable
{
    private readonly Meter _meter = new(RoomMeters.Diagnostics);
    private readonly Counter<long> _lines;
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _collapsed;
    private long _droppedTotal;

    public LogMetrics()
    {
        _lines = _meter.CreateCounter<long>("openclaw.log.lines", "{line}", "Lines handed to the sinks.");
        _dropped = _meter.CreateCounter<long>("openclaw.log.dropped", "{line}", "Lines lost because a sink did not keep up.");
        _collapsed = _meter.CreateCounter<long>("openclaw.log.collapsed", "{line}", "Lines left out because they repeated the one before.");
    }

    public long DroppedTotal => Interlocked.Read(ref _droppedTotal);

    public void Line(LogLevel level)
    {
        if (_lines.Enabled)
        {
            _lines.Add(1, new KeyValuePair<string, object?>("level", LogLevelNames.Of(level)));
        }
    }

    public void Dropped()
    {
        Interlocked.Increment(ref _droppedTotal);
        _dropped.Add(1);
    }

    public void Collapsed() => _collapsed.Add(1);

    public void Dispose() => _meter.Dispose();
}
