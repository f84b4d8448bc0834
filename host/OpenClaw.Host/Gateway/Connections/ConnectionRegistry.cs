using System.Collections.Concurrent;
using OpenClaw.Host.Events;
using OpenClaw.Host.Gateway.Transport;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Gateway.Connections;

/// <summary>Every connection past its handshake. Bounded by the connection cap of <see cref="ConnectionBudget"/>.</summary>
internal sealed class ConnectionRegistry(GatewayOptions options, TimeProvider time) : IConnections
{
    private static readonly CloseFrame DeviceRemoved = new(CloseCodes.Invalidated, CloseCodes.DeviceRemovedReason);
    private static readonly CloseFrame AuthChanged = new(CloseCodes.Invalidated, CloseCodes.AuthChangedReason);

    private readonly ConcurrentDictionary<string, GatewayConnection> _connections = new(StringComparer.Ordinal);
    private readonly RecentRemovals _removals = new(time, options.HandshakeTimeout);

    // When what a way of authenticating rests on has changed last; there are as many entries as ways.
    private readonly ConcurrentDictionary<string, long> _authChangedAt = new(StringComparer.Ordinal);

    public int Count => _connections.Count;

    public void Add(GatewayConnection connection)
    {
        _connections[connection.Caller.ConnectionId] = connection;

        // Looked at after the connection can be found: a removal either finds it, or is found here.
        if (_removals.Since(connection.AuthorizedAt, connection.Caller.DeviceId, connection.Caller.Role))
        {
            connection.Close(DeviceRemoved);
        }
        else if (connection.Caller.AuthMethod is { } method && _authChangedAt.TryGetValue(method, out var changedAt) && changedAt >= connection.AuthorizedAt)
        {
            connection.Close(AuthChanged);
        }
    }

    public void Remove(GatewayConnection connection) => _connections.TryRemove(connection.Caller.ConnectionId, out _);

    /// <summary>Enumerates without a lock: a connection that comes or goes meanwhile may or may not be seen.</summary>
    public IEnumerator<KeyValuePair<string, GatewayConnection>> GetEnumerator() => _connections.GetEnumerator();

    public GatewayConnection[] ToArray() => [.. _connections.Values];

    public bool IsConnected(string deviceId, string? role = null) => _connections.Any(entry => IsOf(entry.Value, deviceId, role));

    public void CloseDevice(string deviceId, string? role = null)
    {
        _removals.Add(deviceId, role);
        foreach (var (_, connection) in _connections)
        {
            if (IsOf(connection, deviceId, role))
            {
                connection.Close(DeviceRemoved);
            }
        }
    }

    public void CloseAuthenticatedBy(IReadOnlyCollection<string> authMethods)
    {
        foreach (var method in authMethods)
        {
            _authChangedAt[method] = time.GetTimestamp();
        }

        foreach (var (_, connection) in _connections)
        {
            if (connection.Caller.AuthMethod is { } method && authMethods.Contains(method))
            {
                connection.Close(AuthChanged);
            }
        }
    }

    public bool Any(Func<RpcCaller, bool> matches) => _connections.Any(entry => matches(entry.Value.Caller));

    public bool SendTo(string connectionId, GatewayEvent gatewayEvent) =>
        _connections.TryGetValue(connectionId, out var connection) && connection.SendAside(gatewayEvent);

    private static bool IsOf(GatewayConnection connection, string deviceId, string? role) =>
        connection.Caller.DeviceId == deviceId && (role is null || connection.Caller.Role == role);
}
