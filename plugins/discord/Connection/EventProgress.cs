namespace OpenClaw.Channels.Discord.Connection;

/// <summary>
/// How far the events of a session are done. The number told to Discord moves only past events that are all on disk or of no interest: a
/// session that is resumed brings the others again.
/// </summary>
internal sealed class EventProgress(long? begin = null)
{
    private const long LargestStep = 1_000_000;

    private readonly Lock _gate = new();
    private readonly Queue<long> _waiting = [];
    private readonly HashSet<long> _done = [];
    private long? _stored = begin;
    private long _newest = begin ?? 0;

    /// <summary>The number up to which all is done.</summary>
    public long? Stored
    {
        get
        {
            lock (_gate)
                return _stored;
        }
    }

    /// <summary>Whether a number is so far from all before it that it cannot be one of Discord's: taken, it would make all that follow look old.</summary>
    public bool IsJump(long number)
    {
        lock (_gate)
            return number < 0 || number - _newest > LargestStep;
    }

    /// <returns>False where the event is known: it came before, and is done or being worked on.</returns>
    public bool Begin(long number)
    {
        lock (_gate)
        {
            if (number <= _newest)
                return false;
            _newest = number;
            _waiting.Enqueue(number);
            return true;
        }
    }

    public void Done(long number)
    {
        lock (_gate)
        {
            _done.Add(number);
            while (_waiting.TryPeek(out var first) && _done.Remove(first))
                _stored = _waiting.Dequeue();
        }
    }
}
