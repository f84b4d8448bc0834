namespace OpenClaw.Channels.Discord.Api;

/// <summary>Lets through so many in any stretch of time, and holds the others back.</summary>
internal sealed class Pace(int most, TimeSpan within, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Queue<long> _passed = [];

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (Take() is { } wait)
            await Task.Delay(wait, time, cancellationToken);
    }

    private TimeSpan? Take()
    {
        lock (_gate)
        {
            while (_passed.TryPeek(out var first) && time.GetElapsedTime(first) >= within)
                _passed.Dequeue();
            if (_passed.Count >= most)
                return within - time.GetElapsedTime(_passed.Peek()) + TimeSpan.FromMilliseconds(1);
            _passed.Enqueue(time.GetTimestamp());
            return null;
        }
    }
}
