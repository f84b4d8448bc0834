using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Pending;

/// <summary>Work that waits for nodes which are asleep. It is kept in memory: after a restart nodes report anyway.</summary>
internal sealed class NodeQueues(TimeProvider time)
{
    public const int MaxNodes = 5_000;
    private const long DefaultLifetimeMs = 24 * 60 * 60 * 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, NodeQueue> _queues = new(StringComparer.Ordinal);

    /// <summary>Null when work waits for as many nodes as are looked after.</summary>
    public (NodePendingItem Item, long Revision)? Add(NodePendingEnqueueParams work)
    {
        var now = Now();
        lock (_lock)
        {
            if (!_queues.TryGetValue(work.NodeId, out var queue))
            {
                if (_queues.Count >= MaxNodes && !DropEmpty(now))
                {
                    return null;
                }

                queue = _queues[work.NodeId] = new NodeQueue();
            }

            queue.Expire(now);
            var item = queue.Add(new NodePendingItem
            {
                Id = Guid.NewGuid().ToString(),
                Type = work.Type,
                Priority = work.Priority ?? "normal",
                CreatedAtMs = now,
                ExpiresAtMs = now + (work.ExpiresInMs ?? DefaultLifetimeMs),
            });
            return (item, queue.Revision);
        }
    }

    public NodePendingDrainResult Take(string nodeId, int count)
    {
        var now = Now();
        lock (_lock)
        {
            var queue = _queues.GetValueOrDefault(nodeId);
            queue?.Expire(now);
            var taken = queue?.Take(count) ?? [];
            return new NodePendingDrainResult
            {
                NodeId = nodeId,
                Revision = queue?.Revision ?? 0,
                // A node that asks for work is awake: it may as well say how it is.
                Items = taken is [] ? [Baseline(now)] : taken,
                HasMore = queue?.IsEmpty is false,
            };
        }
    }

    public void Forget(string nodeId)
    {
        lock (_lock)
        {
            _queues.Remove(nodeId);
        }
    }

    private bool DropEmpty(long now)
    {
        foreach (var (nodeId, queue) in _queues)
        {
            queue.Expire(now);
            if (queue.IsEmpty)
            {
                _queues.Remove(nodeId);
            }
        }

        return _queues.Count < MaxNodes;
    }

    private static NodePendingItem Baseline(long now) =>
        new() { Id = "baseline-status", Type = "status.request", Priority = "default", CreatedAtMs = now, ExpiresAtMs = null };

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
