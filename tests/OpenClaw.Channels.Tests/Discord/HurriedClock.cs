using System.Diagnostics;

namespace OpenClaw.Channels.Tests.Discord;

/// <summary>A clock that goes faster than the one on the wall, for what takes seconds by its nature.</summary>
internal sealed class HurriedClock(double times) : TimeProvider
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly DateTimeOffset _beganAt = DateTimeOffset.UtcNow;

    public override long TimestampFrequency => Stopwatch.Frequency;

    public override long GetTimestamp() => _began + (long)((Stopwatch.GetTimestamp() - _began) * times);

    public override DateTimeOffset GetUtcNow() => _beganAt + (Stopwatch.GetElapsedTime(_began) * times);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shorter(dueTime), Shorter(period));

    private TimeSpan Shorter(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / times;
}
