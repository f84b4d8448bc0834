namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>So many at once, and so many more as time goes by. Not safe for several callers at a time.</summary>
internal sealed class Bucket
{
    private readonly double _most;
    private readonly double _perSecond;
    private readonly TimeProvider _time;
    private double _level;
    private long _at;

    public Bucket(double most, double perSecond, TimeProvider time)
    {
        (_most, _perSecond, _time, _level) = (most, perSecond, time, most);
        _at = time.GetTimestamp();
    }

    /// <summary>When it was last asked.</summary>
    public long LastUse => _at;

    /// <summary>How long until one more may go.</summary>
    public TimeSpan Wait
    {
        get
        {
            Fill();
            return _level >= 1 ? TimeSpan.Zero : TimeSpan.FromSeconds((1 - _level) / _perSecond);
        }
    }

    /// <summary>Takes one, also where there is none: then the next waits longer.</summary>
    public void Take()
    {
        Fill();
        _level = Math.Max(_level - 1, -_most);
    }

    private void Fill()
    {
        _level = Math.Min(_most, _level + (_time.GetElapsedTime(_at).TotalSeconds * _perSecond));
        _at = _time.GetTimestamp();
    }
}
