using System.Collections.Concurrent;

namespace OpenClaw.Host.Nodes.Invocations;

/// <summary>What nodes were asked and have not answered; bounded for each node and for all.</summary>
internal sealed class OpenInvocations
{
    public const int MaxPerNode = 32;
    public const int MaxInAll = 512;

    private readonly ConcurrentDictionary<string, Invocation> _open = new(StringComparer.Ordinal);
    private readonly Lock _adding = new();

    /// <summary>False when the node, or the gateway, has as many as it may.</summary>
    public bool TryAdd(Invocation invocation)
    {
        lock (_adding)
        {
            return _open.Count < MaxInAll
                && _open.Values.Count(open => open.NodeId == invocation.NodeId) < MaxPerNode
                && _open.TryAdd(invocation.Id, invocation);
        }
    }

    /// <summary>An invocation of that node; what another node names is not found.</summary>
    public Invocation? Find(string invocationId, string nodeId) =>
        _open.TryGetValue(invocationId, out var invocation) && invocation.NodeId == nodeId ? invocation : null;

    public void Remove(Invocation invocation) => _open.TryRemove(invocation.Id, out _);

    public void FailAll(Func<Invocation, bool> which, InvokeOutcome outcome)
    {
        foreach (var invocation in _open.Values.Where(which))
        {
            invocation.TryEnd(outcome);
        }
    }
}
