using OpenClaw.Host.Nodes.Book;
using OpenClaw.Host.Nodes.Surfaces;

namespace OpenClaw.Host.Nodes.Live;

/// <summary>A connected node. What it may do can change while it is connected.</summary>
internal sealed class NodeSession(NodeArrival arrival, long connectedAt)
{
    public const int MaxSessions = 64;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _listensTo = new(StringComparer.Ordinal);
    private NodeSurface? _approved;
    private NodePresence? _presence;
    private long _approvedAt = long.MinValue;
    private bool _isRevoked;

    public string NodeId => arrival.NodeId;

    /// <summary>The session that hears what the node does in nobody's name.</summary>
    public string OwnSession => $"node-{NodeId}";

    public string ConnectionId => arrival.ConnectionId;

    public NodeIdentity Identity => arrival.Identity;

    public NodeSurface Declared => arrival.Declared;

    public long ConnectedAt { get; } = connectedAt;

    public int Protocol => arrival.Protocol;

    /// <summary>Turns that the node may start.</summary>
    public TurnBudget Turns { get; } = new();

    /// <summary>Whether somebody sits at it; null when it does not say.</summary>
    public NodePresence? Presence
    {
        get
        {
            lock (_lock)
            {
                return _presence;
            }
        }
    }

    public bool IsApproved
    {
        get
        {
            lock (_lock)
            {
                return _approved is not null;
            }
        }
    }

    /// <summary>What it offers and was approved of.</summary>
    public NodeSurface Effective
    {
        get
        {
            lock (_lock)
            {
                return _approved is null ? NodeSurface.Nothing : Declared.Within(_approved);
            }
        }
    }

    /// <summary>True once the node was removed or has left.</summary>
    public bool IsRevoked
    {
        get
        {
            lock (_lock)
            {
                return _isRevoked;
            }
        }
    }

    /// <summary>The node was removed or has left: its connection, which has ended or is about to, gets nothing more to do.</summary>
    public void Revoke()
    {
        lock (_lock)
        {
            (_isRevoked, _approved) = (true, null);
        }
    }

    /// <returns>The earlier value.</returns>
    public NodePresence? Replace(NodePresence? presence)
    {
        lock (_lock)
        {
            (var earlier, _presence) = (_presence, presence);
            return earlier;
        }
    }

    /// <summary>False when it listens to as many sessions as it may.</summary>
    public bool TryListen(string sessionKey)
    {
        lock (_lock)
        {
            return !_isRevoked && (_listensTo.Contains(sessionKey) || (_listensTo.Count < MaxSessions && _listensTo.Add(sessionKey)));
        }
    }

    public void StopListening(string sessionKey)
    {
        lock (_lock)
        {
            _listensTo.Remove(sessionKey);
        }
    }

    public bool ListensTo(string sessionKey)
    {
        lock (_lock)
        {
            return _approved is not null && _listensTo.Contains(sessionKey);
        }
    }

    /// <summary>Takes over what the book says; of two decisions that arrive out of order the later one stays.</summary>
    public void Grant(NodeRecord node)
    {
        lock (_lock)
        {
            if (!_isRevoked && (node.ApprovedAt ?? long.MinValue) >= _approvedAt)
            {
                (_approved, _approvedAt) = (node.Approved, node.ApprovedAt ?? long.MinValue);
            }
        }
    }
}
