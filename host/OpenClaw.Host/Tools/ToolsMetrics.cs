using System.Diagnostics.Metrics;

namespace OpenClaw.Host.Tools;

/// <summary>How often tools are called, how the calls end and how long they take.</summary>
internal sealed class ToolsMetrics : IDisposable
{
    public const string MeterName = "OpenClaw.Tools";

    private readonly Meter? _owned;
    private readonly Histogram<double> _duration;

    public ToolsMetrics(IMeterFactory? meters = null)
    {
        var meter = meters?.Create(MeterName) ?? (_owned = new Meter(MeterName));
        _duration = meter.CreateHistogram<double>("openclaw.tools.call.duration", "s", "Time a tool call took, by tool and outcome.");
    }

    public void Ended(ToolCallOutcome outcome, TimeSpan elapsed)
    {
        // What a model invents as a name must not become a series of its own.
        var tool = outcome.Status == ToolCallStatus.Blocked ? "" : outcome.Call.Name;
        _duration.Record(
            elapsed.TotalSeconds,
            KeyValuePair.Create<string, object?>("tool", tool),
            KeyValuePair.Create<string, object?>("outcome", outcome.Status.ToString()));
    }

    public void Dispose() => _owned?.Dispose();
}
