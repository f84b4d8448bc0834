using System.Collections.Concurrent;

namespace OpenClaw.Host.Gateway.Connections;

/// <summary>Every connection past its handshake. Bounded by the connection cap of <see cref="ConnectionBudget"/>.</summary>
internal sealed class ConnectionRegistry
{
    private readonly ConcurrentDictionary<string, GatewayConnection> _connections = new(StringComparer.Ordinal);

    public int Count => _connections.Count;

    public void Add(GatewayConnection connection) => _connections[connection.Caller.ConnectionId] = connection;

    public void Remove(GatewayConnection connection) => _connections.TryRemove(connection.Caller.ConnectionId, out _);

    /// <summary>Enumerates without a lock: a connection that comes or goes meanwhile may or may not be seen.</summary>
    public IEnumerator<KeyValuePair<string, GatewayConnection>> GetEnumerator() => _connections.GetEnumerator();

    public GatewayConnection[] ToArray() => [.. _connections.Values];
}
