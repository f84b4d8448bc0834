using System.Diagnostics;

namespace OpenClaw.TestKit;

/// <summary>A clock that stands still until a test moves it. It jumps: timers that came due on the way fire once, in their order, on the thread that moves it.</summary>
public sealed class ManualClock : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<(Func<DateTimeOffset, bool> Matches, TaskCompletionSource Seen)> _watchers = [];
    private TimeSpan _offset;
    private DateTimeOffset _now = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now + _offset;
    }

    public override long GetTimestamp()
    {
        lock (_gate)
            return _now.Ticks;
    }

    /// <summary>Sets the clock on the wall, as an administrator or a time server does: no time passes by it, and timers do not notice.</summary>
    public void SetWall(TimeSpan by)
    {
        lock (_gate)
            _offset += by;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        List<ManualTimer> due;
        lock (_gate)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.Due <= _now).OrderBy(static timer => timer.Due)];
            foreach (var timer in due)
                timer.Due = timer.Period > TimeSpan.Zero ? _now + timer.Period : DateTimeOffset.MaxValue;
        }

        due.ForEach(static timer => timer.Fire());
    }

    /// <summary>Moves time on until the task ends: for work that sets its timers on other threads.</summary>
    public async Task<T> AdvanceUntilAsync<T>(Task<T> task, TimeSpan step)
    {
        var started = Stopwatch.StartNew();
        while (!task.IsCompleted && started.Elapsed < Patience)
        {
            Advance(step);
            await Task.WhenAny(task, Task.Delay(1));
        }

        return await task.WaitAsync(TimeSpan.FromSeconds(1));
    }

    /// <summary>Completes when somebody waits for exactly that moment.</summary>
    public Task WhenTimerDueIn(TimeSpan delay)
    {
        var moment = new DateTimeOffset(GetTimestamp(), TimeSpan.Zero) + delay;
        return WhenTimer(due => due == moment);
    }

    /// <summary>Completes when somebody waits for a moment no later than that.</summary>
    public Task WhenTimerDueWithin(TimeSpan atMost) => WhenTimer(due => due - _now <= atMost);

    private Task WhenTimer(Func<DateTimeOffset, bool> matches)
    {
        lock (_gate)
        {
            if (_timers.Exists(timer => matches(timer.Due)))
                return Task.CompletedTask;
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((matches, seen));
            return seen.Task.WaitAsync(Patience);
        }
    }

    private void Set(ManualTimer timer, TimeSpan dueTime)
    {
        _timers.Remove(timer);
        if (dueTime == Timeout.InfiniteTimeSpan)
            return;
        timer.Due = _now + dueTime;
        _timers.Add(timer);
        foreach (var (_, seen) in _watchers.Where(watcher => watcher.Matches(timer.Due)))
            seen.TrySetResult();
    }

    private sealed class ManualTimer(ManualClock clock, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                Period = period;
                clock.Set(this, dueTime == TimeSpan.Zero ? (period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan) : dueTime);
            }

            // What is due at once does not wait for the clock to move, and never runs inside the call that set it.
            if (dueTime == TimeSpan.Zero)
                ThreadPool.QueueUserWorkItem(_ => fire());
            return true;
        }

        public void Fire() => fire();

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
