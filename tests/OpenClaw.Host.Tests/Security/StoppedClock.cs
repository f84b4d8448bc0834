namespace OpenClaw.Host.Tests.Security;

/// <summary>A monotonic clock moved by hand, beside a wall clock that tests may turn back.</summary>
internal sealed class StoppedClock : TimeProvider
{
    private long _ticks = TimeSpan.TicksPerDay;

    public DateTimeOffset Wall { get; set; } = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks;

    public override DateTimeOffset GetUtcNow() => Wall;

    public void Advance(TimeSpan by)
    {
        _ticks += by.Ticks;
        Wall += by;
    }
}
