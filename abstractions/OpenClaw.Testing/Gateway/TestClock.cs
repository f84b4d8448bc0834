using OpenClaw.Plugins;

namespace OpenClaw.Testing.Gateway;

/// <summary>The clock a scope lends: what was made with it ends with the scope.</summary>
internal sealed class TestClock(TimeProvider inner) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<WeakReference<ITimer>> _timers = [];
    private bool _ended;

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            if (_ended)
                throw new PluginStoppedException("The plugin has stopped and cannot make a timer.");
            using var flow = ExecutionContext.SuppressFlow();
            var timer = inner.CreateTimer(callback, state, dueTime, period);
            _timers.RemoveAll(static known => !known.TryGetTarget(out _));
            _timers.Add(new WeakReference<ITimer>(timer));
            return timer;
        }
    }

    public void End()
    {
        lock (_gate)
        {
            _ended = true;
            foreach (var known in _timers)
            {
                if (known.TryGetTarget(out var timer))
                    timer.Dispose();
            }

            _timers.Clear();
        }
    }
}
