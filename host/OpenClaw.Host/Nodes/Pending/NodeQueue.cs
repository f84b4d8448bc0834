using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Pending;

/// <summary>Work that waits for one node to ask. Guarded by <see cref="NodeQueues"/>.</summary>
internal sealed class NodeQueue
{
    private readonly List<NodePendingItem> _items = [];

    public long Revision { get; private set; }

    public bool IsEmpty => _items.Count == 0;

    /// <summary>Queues an item. One of the same kind that waits already is the same work.</summary>
    public NodePendingItem Add(NodePendingItem item)
    {
        if (_items.Find(waiting => waiting.Type == item.Type) is { } waiting)
        {
            return waiting;
        }

        // There are as many items as kinds of work, so nothing has to be turned away.
        _items.Insert(item.Priority == "high" ? 0 : _items.Count, item);
        Revision++;
        return item;
    }

    public IReadOnlyList<NodePendingItem> Take(int count)
    {
        NodePendingItem[] taken = [.. _items.Take(count)];
        if (taken.Length > 0)
        {
            _items.RemoveRange(0, taken.Length);
            Revision++;
        }

        return taken;
    }

    public void Expire(long now)
    {
        if (_items.RemoveAll(item => item.ExpiresAtMs <= now) > 0)
        {
            Revision++;
        }
    }
}
