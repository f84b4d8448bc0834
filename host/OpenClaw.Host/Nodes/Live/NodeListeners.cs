using System.Collections.Concurrent;

namespace OpenClaw.Host.Nodes.Live;

/// <summary>Which connected nodes hear what is said in which sessions.</summary>
internal sealed class NodeListeners
{
    private readonly ConcurrentDictionary<string, NodeSession> _listeners = new(StringComparer.Ordinal);

    /// <summary>False when the node listens to as many sessions as it may.</summary>
    public bool TryAdd(NodeSession session, string sessionKey)
    {
        if (!session.TryListen(sessionKey))
        {
            return false;
        }

        _listeners[session.ConnectionId] = session;
        if (session.IsRevoked)
        {
            // It left while its request was under way, and nobody would take it off the list again.
            Remove(session);
        }

        return true;
    }

    public void Remove(NodeSession session) => _listeners.TryRemove(session.ConnectionId, out _);

    /// <summary>The connections of the nodes that listen to a session.</summary>
    public IEnumerable<string> Of(string sessionKey)
    {
        foreach (var (connectionId, session) in _listeners)
        {
            if (session.ListensTo(sessionKey))
            {
                yield return connectionId;
            }
        }
    }
}
