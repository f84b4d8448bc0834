using System.Diagnostics.Metrics;
using OpenClaw.Host.Agents.Runs;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents;

/// <summary>How many runs there are, how they end and how long they take.</summary>
internal sealed class AgentsMetrics : IDisposable
{
    public const string MeterName = "OpenClaw.Agents";

    private const int Remembered = 100;

    private readonly Lock _lock = new();
    private readonly Queue<long> _responses = new(Remembered);
    private readonly Meter? _owned;
    private readonly Histogram<double> _waiting;
    private readonly Histogram<double> _duration;

    public AgentsMetrics(ActiveRuns active, IMeterFactory? meters = null)
    {
        var meter = meters?.Create(MeterName) ?? (_owned = new Meter(MeterName));
        meter.CreateObservableUpDownCounter("openclaw.agents.runs.active", () => active.Count, "{run}", "Runs that wait or work.");
        _waiting = meter.CreateHistogram<double>("openclaw.agents.run.wait", "s", "Time from acceptance of a run to its start.");
        _duration = meter.CreateHistogram<double>("openclaw.agents.run.duration", "s", "Time from start of a run to its end, by outcome.");
    }

    /// <summary>Time from acceptance to answer over the latest runs that were answered.</summary>
    public TimeSpan? AverageResponse
    {
        get
        {
            lock (_lock)
                return _responses.Count == 0 ? null : TimeSpan.FromMilliseconds(_responses.Average());
        }
    }

    public void Started(RunRecord run) => _waiting.Record(((run.StartedAt ?? run.AcceptedAt) - run.AcceptedAt) / 1000.0, SurfaceOf(run));

    public void Ended(RunRecord run)
    {
        if (run is { StartedAt: { } startedAt, EndedAt: { } endedAt })
        {
            _duration.Record((endedAt - startedAt) / 1000.0, SurfaceOf(run), KeyValuePair.Create<string, object?>("outcome", run.State.ToString()));
            if (run.State == RunState.Done)
                Note(endedAt - run.AcceptedAt);
        }
    }

    public void Dispose() => _owned?.Dispose();

    private void Note(long milliseconds)
    {
        lock (_lock)
        {
            if (_responses.Count == Remembered)
                _responses.Dequeue();
            _responses.Enqueue(milliseconds);
        }
    }

    private static KeyValuePair<string, object?> SurfaceOf(RunRecord run) => new("surface", run.Surface.ToString());
}
