namespace OpenClaw.Channels.WhatsApp.Bridge;

/// <summary>Counts lines that are none of the protocol. A few are what libraries print; many mean that the bridge is broken.</summary>
internal sealed class LineFaults(TimeProvider time)
{
    private const int MostPerMinute = 100;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private long _windowBegan = time.GetTimestamp();
    private int _inWindow;

    public long Count { get; private set; }

    /// <summary>Lines that were too long, as far as they were noticed.</summary>
    public int TooLong { get; private set; }

    /// <returns>Whether the bridge has to go: a line of more than the limit, or too many of no use.</returns>
    public bool IsTooMuch(bool isUseless, int tooLong)
    {
        var added = tooLong - TooLong;
        TooLong = tooLong;
        Count += added + (isUseless ? 1 : 0);
        if (time.GetElapsedTime(_windowBegan) > Window)
            (_windowBegan, _inWindow) = (time.GetTimestamp(), 0);
        _inWindow += isUseless ? 1 : 0;
        return added > 0 || _inWindow > MostPerMinute;
    }
}
