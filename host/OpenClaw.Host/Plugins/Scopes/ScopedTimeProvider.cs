using OpenClaw.Host.Plugins.Crashes;
using OpenClaw.Plugins;

namespace OpenClaw.Host.Plugins.Scopes;

/// <summary>The clock lent to a plugin. Timers made with it end with the scope and report what their callbacks throw.</summary>
internal sealed class ScopedTimeProvider(TimeProvider inner, string pluginId, Action<string, Exception> reportFault, BootSlot slot) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly HashSet<ScopedTimer> _timers = [];
    private bool _ended;

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ScopedTimer(this, callback, state, period == Timeout.InfiniteTimeSpan);
        if (!Track(timer))
            throw new PluginStoppedException($"Plugin {pluginId} has stopped and cannot make a timer.");
        timer.Start(inner, dueTime, period);
        return timer;
    }

    public void End()
    {
        ScopedTimer[] timers;
        lock (_lock)
        {
            _ended = true;
            timers = [.. _timers];
            _timers.Clear();
        }

        foreach (var timer in timers)
            timer.End();
    }

    internal bool Track(ScopedTimer timer)
    {
        lock (_lock)
        {
            if (!_ended)
                _timers.Add(timer);
            return !_ended;
        }
    }

    internal void Forget(ScopedTimer timer)
    {
        lock (_lock)
            _timers.Remove(timer);
    }

    internal BootSlot Slot => slot;

    internal void Report(Exception exception) => reportFault("timer", exception);
}
