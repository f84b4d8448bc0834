namespace OpenClaw.Channels.WhatsApp.Connecting;

/// <summary>How often a bridge may end by itself before the host is told, and how long to wait before it is started again.</summary>
internal sealed class ExitBudget(TimeProvider time)
{
    public const int Most = 5;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly Queue<long> _exits = new();

    /// <summary>Whether it ended more than once.</summary>
    public bool IsRepeated => _exits.Count > 1;

    /// <returns>The pause before the next start; nothing where that helps no more.</returns>
    public TimeSpan? Spend()
    {
        _exits.Enqueue(time.GetTimestamp());
        while (time.GetElapsedTime(_exits.Peek()) > Window)
            _exits.Dequeue();
        if (_exits.Count >= Most)
            return null;
        var pause = First * Math.Pow(2, _exits.Count - 1);
        return pause < Longest ? pause : Longest;
    }

    public void Clear() => _exits.Clear();
}
