namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>
/// How far events were taken. Asking from a number on confirms all below it for good, so it moves only past what is on disk, and past a
/// gap only when nothing waits below it: numbers may jump, but what is said to come later must not make earlier events vanish.
/// </summary>
internal sealed class Cursor
{
    private const long LargestStep = 1_000_000;

    /// <summary>The number to ask from; nothing before the first event.</summary>
    public long? Next { get; private set; }

    /// <summary>Whether an event may be taken now that is the first of those that wait, or follows another.</summary>
    public bool CanTake(long id, bool isFirst) => isFirst || Next is not { } next || id - next <= LargestStep;

    /// <summary>Whether the number is far from all before it.</summary>
    public bool IsJump(long id) => Next is { } next && id - next > LargestStep;

    public void Taken(long id) => Next = Next is { } next && next > id ? next : id + 1;
}
