using System.Collections.Concurrent;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Live;

/// <summary>What was heard of nodes since the start, beside what is worth writing down each time.</summary>
internal sealed class NodeActivity
{
    // Above what can be paired: entries of removed devices go when the list is read, and a flood between two reads is cut here.
    private const int MaxNodes = 10_000;

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public void Seen(string nodeId, long at, string reason) => Change(nodeId, entry => entry with { SeenAt = at, Reason = reason });

    public void Stats(string nodeId, NodeHostStats stats, long toldAt) => Change(nodeId, entry => entry with { Stats = stats, ToldAt = toldAt });

    public (long? SeenAt, string? Reason, NodeHostStats? Stats, long? ToldAt) Of(string nodeId) =>
        _entries.TryGetValue(nodeId, out var entry) ? (entry.SeenAt, entry.Reason, entry.Stats, entry.ToldAt) : default;

    public void Forget(string nodeId) => _entries.TryRemove(nodeId, out _);

    public void KeepOnly(IReadOnlySet<string> nodeIds)
    {
        foreach (var nodeId in _entries.Keys)
        {
            if (!nodeIds.Contains(nodeId))
            {
                Forget(nodeId);
            }
        }
    }

    private void Change(string nodeId, Func<Entry, Entry> change)
    {
        if (_entries.Count < MaxNodes || _entries.ContainsKey(nodeId))
        {
            _entries.AddOrUpdate(nodeId, _ => change(new Entry()), (_, entry) => change(entry));
        }
    }

    private sealed record Entry(long? SeenAt = null, string? Reason = null, NodeHostStats? Stats = null, long? ToldAt = null);
}
