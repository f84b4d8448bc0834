using OpenClaw.Host.Events;

namespace OpenClaw.Host.Rpc;

/// <summary>The open connections, for rooms that have to reach one of them or to end some.</summary>
internal interface IConnections
{
    /// <summary>True while the device has a connection, in the given role or in any.</summary>
    bool IsConnected(string deviceId, string? role = null);

    /// <summary>
    /// Ends the connections of a device whose rights were taken away, in one role or in all. A handshake that was let in before
    /// this call and is not registered yet is ended too.
    /// </summary>
    void CloseDevice(string deviceId, string? role = null);

    /// <summary>
    /// Ends the connections that were let in by one of these ways, whose secret or rules have changed. A handshake that began before
    /// this call and is not registered yet is ended too.
    /// </summary>
    /// <param name="authMethods">Ways as <see cref="RpcCaller.AuthMethod"/> names them.</param>
    void CloseAuthenticatedBy(IReadOnlyCollection<string> authMethods);

    /// <summary>Whether somebody is connected for whom the condition holds.</summary>
    bool Any(Func<RpcCaller, bool> matches);

    /// <summary>Sends an event to one connection, outside the numbered sequence. False when the connection is gone.</summary>
    bool SendTo(string connectionId, GatewayEvent gatewayEvent);
}
