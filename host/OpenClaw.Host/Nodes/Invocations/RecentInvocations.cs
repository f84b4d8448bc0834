using OpenClaw.Host.Configuration;

namespace OpenClaw.Host.Nodes.Invocations;

/// <summary>
/// Invocations by the caller's key, so that a repeated call gets the answer of the first and nothing runs twice. Entries that ended
/// go after a while, or for newer ones; those at work are bounded by <see cref="OpenInvocations"/>.
/// </summary>
internal sealed class RecentInvocations(IConfigSource config, TimeProvider time)
{
    public const long LargestKept = 64 * 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<InvocationKey, Entry> _entries = [];
    private readonly Queue<(InvocationKey Key, Entry Entry, long EndedAt)> _ended = new();

    /// <summary>Gives the entry of a key, and whether it is new: then the caller runs it and ends it.</summary>
    public (Entry Entry, bool IsNew) Enter(InvocationKey key, string fingerprint)
    {
        lock (_lock)
        {
            Expire();
            if (_entries.TryGetValue(key, out var entry))
            {
                return (entry, false);
            }

            return (_entries[key] = new Entry(fingerprint), true);
        }
    }

    /// <summary>Ends an entry. What never reached the node is forgotten, so that it can be tried again.</summary>
    public void End(InvocationKey key, Entry entry, InvokeOutcome outcome)
    {
        lock (_lock)
        {
            if (outcome.WasDispatched)
            {
                _ended.Enqueue((key, entry, time.GetTimestamp()));
                entry.IsTooLargeToKeep = outcome.Size > LargestKept;
            }
            else
            {
                _entries.Remove(key);
            }

            Expire();
        }

        entry.End(outcome);
    }

    private void Expire()
    {
        var limits = config.Current.Gateway.Limits;
        while (_ended.TryPeek(out var oldest)
            && (_ended.Count > limits.MaxIdempotencyKeys || time.GetElapsedTime(oldest.EndedAt) >= limits.IdempotencyLifetime))
        {
            _ended.Dequeue();
            _entries.Remove(oldest.Key);
        }
    }

    /// <summary>One key.</summary>
    internal sealed class Entry(string fingerprint)
    {
        private TaskCompletionSource<InvokeOutcome>? _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Stands for what was asked.</summary>
        public string Fingerprint => fingerprint;

        /// <summary>Ended with more than is kept; whoever asks again learns that it ran.</summary>
        public bool IsTooLargeToKeep { get; set; }

        /// <summary>Null when it is not kept.</summary>
        public Task<InvokeOutcome>? Outcome => Volatile.Read(ref _outcome)?.Task;

        public void End(InvokeOutcome outcome)
        {
            var waiting = Volatile.Read(ref _outcome)!;
            if (IsTooLargeToKeep)
            {
                Volatile.Write(ref _outcome, null);
            }

            waiting.TrySetResult(outcome);
        }
    }
}
