using System.Collections.Concurrent;

namespace OpenClaw.Host.Channels.Outbox;

/// <summary>Lets callers wait for the end of a message.</summary>
internal sealed class OutboxReceipts
{
    private readonly ConcurrentDictionary<long, Waiter> _waiting = [];

    /// <summary>Registers before the caller looks at the row, so that no end is missed in between.</summary>
    public Waiter WaitFor(long id)
    {
        while (true)
        {
            var waiter = _waiting.GetOrAdd(id, static _ => new Waiter());
            if (waiter.TryEnter())
                return waiter;
        }
    }

    public void Leave(long id, Waiter waiter)
    {
        if (waiter.Leave())
            _waiting.TryRemove(KeyValuePair.Create(id, waiter));
    }

    public void Ended(OutboxRow row)
    {
        if (_waiting.TryGetValue(row.Id, out var waiter))
            waiter.Ended(row);
    }

    /// <summary>All who wait for one message.</summary>
    internal sealed class Waiter
    {
        private readonly TaskCompletionSource<OutboxRow> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock _gate = new();
        private int _count;

        public Task<OutboxRow> End => _end.Task;

        public void Ended(OutboxRow row) => _end.TrySetResult(row);

        /// <summary>False when the last one has left and the entry is on its way out.</summary>
        public bool TryEnter()
        {
            lock (_gate)
            {
                if (_count < 0)
                    return false;
                _count++;
                return true;
            }
        }

        public bool Leave()
        {
            lock (_gate)
            {
                if (--_count > 0)
                    return false;
                _count = -1;
                return true;
            }
        }
    }
}
