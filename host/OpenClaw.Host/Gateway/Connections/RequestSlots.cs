using OpenClaw.Protocol;

namespace OpenClaw.Host.Gateway.Connections;

/// <summary>
/// Bounds what one connection has under way: so many requests run, so many more wait, the rest are turned away. Knows when the
/// last one has finished.
/// </summary>
internal sealed class RequestSlots(int maxConcurrent, int maxQueued) : IAsyncDisposable
{
    // What waiting requests may hold in memory, in the order of what a peer may be owed.
    private const long MaxQueuedBytes = GatewayLimits.MaxBufferedBytes;

    private readonly Lock _gate = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private readonly CancellationTokenSource _closing = new();
    private TaskCompletionSource? _drained;
    private int _running;
    private long _queuedBytes;

    /// <summary>Cancelled when the connection has ended.</summary>
    public CancellationToken Closing => _closing.Token;

    /// <summary>Takes a slot. Null when too many wait already; otherwise completes when the request may run.</summary>
    public Task? Enter(int bytes)
    {
        lock (_gate)
        {
            if (_running < maxConcurrent)
            {
                _running++;
                return Task.CompletedTask;
            }

            if (_waiting.Count >= maxQueued || _queuedBytes + bytes > MaxQueuedBytes)
            {
                return null;
            }

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
            _queuedBytes += bytes;
            return turn.Task;
        }
    }

    /// <summary>A request that waited begins to run.</summary>
    public void Started(int bytes)
    {
        lock (_gate)
        {
            _queuedBytes -= bytes;
        }
    }

    /// <summary>Gives the slot to the next in line.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            if (_waiting.TryDequeue(out var next))
            {
                next.SetResult();
                return;
            }

            _running--;
            if (_running == 0)
            {
                _drained?.TrySetResult();
            }
        }
    }

    /// <summary>Cancels what is under way and completes when all of it has returned.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        Task drained;
        lock (_gate)
        {
            _drained ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_running == 0)
            {
                _drained.TrySetResult();
            }

            drained = _drained.Task;
        }

        await drained;
        _closing.Dispose();
    }
}
