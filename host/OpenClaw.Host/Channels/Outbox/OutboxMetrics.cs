using System.Diagnostics.Metrics;
using OpenClaw.Host.Diagnostics;

namespace OpenClaw.Host.Channels.Outbox;

/// <summary>How much is sent, how it ends, and how long it takes.</summary>
internal sealed class OutboxMetrics : IDisposable
{
    private readonly Meter? _owned;
    private readonly Counter<long> _attempts;
    private readonly Counter<long> _ended;
    private readonly Histogram<double> _duration;
    private int _active;

    public OutboxMetrics(IMeterFactory? meters = null)
    {
        var meter = meters?.Create(RoomMeters.Channels) ?? (_owned = new Meter(RoomMeters.Channels));
        _attempts = meter.CreateCounter<long>("openclaw.channels.outbox.attempts", "{attempt}", "Calls of channels to send a message, by outcome.");
        _ended = meter.CreateCounter<long>("openclaw.channels.outbox.ended", "{message}", "Messages that left the outbox or died in it, by state.");
        _duration = meter.CreateHistogram<double>("openclaw.channels.outbox.duration", "s", "Time from a message's entry to its end, by state.");
        meter.CreateObservableUpDownCounter(
            "openclaw.channels.outbox.active", () => Volatile.Read(ref _active), "{destination}", "Destinations that are served now.");
    }

    public void Serving(int change) => Interlocked.Add(ref _active, change);

    public void Attempted(string channel, OutboxState verdict) => _attempts.Add(1, Tag("channel", channel), Tag("outcome", OutboxStates.NameOf(verdict)));

    public void Ended(OutboxRow row)
    {
        var (channel, state) = (Tag("channel", row.Channel), Tag("state", OutboxStates.NameOf(row.State)));
        _ended.Add(1, channel, state);
        _duration.Record(((row.EndedAt ?? row.CreatedAt) - row.CreatedAt) / 1000.0, channel, state);
    }

    public void Dispose() => _owned?.Dispose();

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
