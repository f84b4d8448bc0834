using System.Collections.Concurrent;
using OpenClaw.Host.Events;
using OpenClaw.Host.Nodes.Book;
using OpenClaw.Host.Nodes.Invocations;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Live;

/// <summary>The nodes that are here. A node has one session: the connection it made last.</summary>
internal sealed partial class NodeSessions(
    NodeBook book, NodeActivity activity, OpenInvocations invocations, SystemRuns runs, NodeListeners listeners, IEventPublisher events, TimeProvider time,
    ILogger<NodeSessions> logger)
{
    private readonly ConcurrentDictionary<string, NodeSession> _sessions = new(StringComparer.Ordinal);

    public NodeSession? Find(string nodeId) => _sessions.GetValueOrDefault(nodeId);

    public IEnumerable<NodeSession> All => _sessions.Values;

    /// <summary>Whether of all nodes that say so this is the one at which somebody was active last.</summary>
    public bool IsMostActive(NodeSession session) =>
        _sessions.Values.Where(static one => one.Presence is not null).MaxBy(static one => (one.Presence!.LastActiveAt, one.Presence.UpdatedAt)) == session;

    /// <summary>Notes whether somebody sits at a node, and tells operators.</summary>
    /// <returns>Whether something was known before.</returns>
    public bool SetPresence(NodeSession session, NodePresence? presence)
    {
        var wasKnown = session.Replace(presence) is not null;
        if (presence is not null || wasKnown)
        {
            events.Publish(GatewayEvent.Create(
                EventNames.NodePresence,
                new NodePresenceEvent { NodeId = session.NodeId, LastActiveAtMs = presence?.LastActiveAt, PresenceUpdatedAtMs = presence?.UpdatedAt },
                ProtocolJsonContext.Default.NodePresenceEvent));
        }

        return wasKnown;
    }

    public bool IsCurrent(NodeSession session) => ReferenceEquals(Find(session.NodeId), session);

    /// <summary>Takes a node in. A connection that it left behind gets nothing more to do.</summary>
    public async ValueTask<NodeSession> JoinAsync(NodeArrival arrival, CancellationToken cancellationToken)
    {
        var session = new NodeSession(arrival, time.GetUtcNow().ToUnixTimeMilliseconds());

        // In the list before the book is read: a decision made meanwhile is in the book, or reaches the session.
        var replaced = Put(session);
        try
        {
            if (await book.ArriveAsync(arrival, cancellationToken) is { } node)
            {
                session.Grant(node);
                activity.Seen(node.NodeId, session.ConnectedAt, "connect");
            }
        }
        catch
        {
            Leave(session);
            throw;
        }

        if (replaced is not null)
        {
            Log.Replaced(logger, arrival.NodeId);
            invocations.FailAll(invocation => invocation.ConnectionId == replaced.ConnectionId, InvokeOutcome.Disconnected);
        }

        return session;
    }

    /// <summary>Gives up on what the node had not answered.</summary>
    public void Leave(NodeSession session)
    {
        session.Revoke();
        _sessions.TryRemove(KeyValuePair.Create(session.NodeId, session));
        runs.Forget(session.ConnectionId);
        listeners.Remove(session);
        SetPresence(session, presence: null);
        invocations.FailAll(invocation => invocation.ConnectionId == session.ConnectionId, InvokeOutcome.Disconnected);
    }

    private NodeSession? Put(NodeSession session)
    {
        NodeSession? replaced = null;
        _sessions.AddOrUpdate(
            session.NodeId,
            static (_, added) => added,
            (_, earlier, added) =>
            {
                replaced = earlier;
                return added;
            },
            session);
        return replaced;
    }

    private static partial class Log
    {
        [LoggerMessage(9000, LogLevel.Debug, "Node {NodeId} has connected anew; its earlier connection gets nothing more to do.")]
        public static partial void Replaced(ILogger logger, string nodeId);
    }
}
