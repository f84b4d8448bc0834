using OpenClaw.Host.Configuration;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Agents.ToolAccess;

/// <summary>
/// Calls of tools by their caller's key, so that a repeated call gets the answer of the first and nothing runs twice. Calls that
/// ended go after a while, or for newer ones; those at work stay, and past the limit new ones wait.
/// </summary>
internal sealed class RecentToolCalls(IConfigSource configuration, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ToolCallKey, Entry> _entries = [];

    /// <exception cref="RpcException">The key stands for another call, or too many are at work.</exception>
    public Task<ToolsInvokeResult> Enter(ToolCallKey key, string fingerprint, Func<Task<ToolsInvokeResult>> run)
    {
        Entry entry;
        lock (_gate)
        {
            Expire();
            if (!_entries.TryGetValue(key, out entry!))
            {
                MakeRoom();
                _entries[key] = entry = new Entry(fingerprint, new Lazy<Task<ToolsInvokeResult>>(() => RunAsync(run)));
            }
        }

        return entry.Fingerprint == fingerprint
            ? entry.Result.Value
            : throw RpcException.InvalidRequest("this idempotencyKey was used for another call of a tool; use a new one");

        async Task<ToolsInvokeResult> RunAsync(Func<Task<ToolsInvokeResult>> work)
        {
            try
            {
                return await work();
            }
            finally
            {
                entry.EndedAt = time.GetTimestamp();
            }
        }
    }

    private void Expire()
    {
        var lifetime = configuration.Current.Gateway.Limits.IdempotencyLifetime;
        foreach (var (key, entry) in _entries)
        {
            if (entry.EndedAt is { } endedAt && time.GetElapsedTime(endedAt) >= lifetime)
                _entries.Remove(key);
        }
    }

    private void MakeRoom()
    {
        while (_entries.Count >= configuration.Current.Gateway.Limits.MaxIdempotencyKeys)
        {
            var ended = _entries.Where(static entry => entry.Value.EndedAt is not null).ToArray();
            if (ended.Length == 0)
                throw new RpcException(ErrorShape.Unavailable("too many calls of tools at once: wait until some have ended", retryable: true, retryAfterMs: 1_000));
            _entries.Remove(ended.MinBy(static entry => entry.Value.EndedAt).Key);
        }
    }

    private sealed class Entry(string fingerprint, Lazy<Task<ToolsInvokeResult>> result)
    {
        private long _endedAt = long.MinValue;

        public string Fingerprint => fingerprint;

        public Lazy<Task<ToolsInvokeResult>> Result => result;

        /// <summary>Null while it is at work.</summary>
        public long? EndedAt
        {
            get => Volatile.Read(ref _endedAt) is var at and not long.MinValue ? at : null;
            set => Volatile.Write(ref _endedAt, value ?? long.MinValue);
        }
    }
}
