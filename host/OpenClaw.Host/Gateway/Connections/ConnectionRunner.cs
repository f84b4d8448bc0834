using System.Net.WebSockets;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Events;
using OpenClaw.Host.Gateway.Dispatch;
using OpenClaw.Host.Gateway.Handshake;
using OpenClaw.Host.Gateway.Health;
using OpenClaw.Host.Gateway.Presence;
using OpenClaw.Host.Gateway.Resume;
using OpenClaw.Host.Gateway.Transport;
using OpenClaw.Host.Nodes.Live;
using OpenClaw.Host.Nodes.Voice;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Security;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.Gateway.Connections;

/// <summary>
/// The life of one socket:
/// <code>
/// 1 handshake ── refused ──────────────────────────┐
/// 2 register, hello, presence                      │
/// 3 read and dispatch until either side closes     │
/// 4 deregister, cancel and await what still runs   │
/// 5 finish the closing handshake within its grace ─┘
/// </code>
/// </summary>
internal sealed partial class ConnectionRunner(
    ConnectHandshake handshake, HelloFactory hellos, RequestDispatcher dispatcher, OpenSockets sockets, ConnectionRegistry registry,
    PresenceBoard presence, NodeSessions nodes, VoiceWake voice, SessionSubscriptions subscriptions, EventLines lines, HealthMonitor health, GatewayShutdown shutdown, GatewayOptions options, GatewayMetrics metrics, TimeProvider time, ILogger<ConnectionRunner> logger)
{
    private static readonly CloseFrame Failed = new(CloseCodes.InternalError, "internal error");

    public async Task RunAsync(WebSocket webSocket, MessageLengthGuard guard, Peer peer, Action abort, ConnectionPlace place)
    {
        await using var socket = new GatewaySocket(webSocket, guard, abort, options, time);
        sockets.Add(socket);
        try
        {
            if (await handshake.RunAsync(socket, peer, CancellationToken.None) is { } accepted)
            {
                place.MarkAuthenticated();
                await ServeAsync(socket, accepted, accepted.Grant.VerifiedPeer ?? peer);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or OperationCanceledException)
        {
            // The peer broke the framing rules or went away; the socket has answered what can be answered.
            Log.ConnectionLost(logger, exception.Message);
        }
        catch (Exception exception)
        {
            Log.ConnectionFailed(logger, exception);
            socket.Close(Failed);
        }

        try
        {
            await socket.FinishAsync();
        }
        finally
        {
            sockets.Remove(socket);
            if (guard.IsExceeded)
            {
                metrics.Refused("too-big");
            }
        }
    }

    // Not async, because the state of a waiting method would keep what the client said at its handshake, secret included, for as
    // long as it is connected.
    private Task ServeAsync(GatewaySocket socket, HandshakeResult accepted, Peer peer)
    {
        var connection = new GatewayConnection(socket, ConnectionFacts.CallerOf(accepted, peer), options.MaxConcurrentRequests, options.MaxQueuedRequests)
        {
            AuthorizedAt = accepted.Grant.AuthorizedAt,
            Community = accepted.Community,
        };
        return ServeAsync(socket, connection, ConnectionFacts.RowOf(accepted, peer, time.GetUtcNow()), GreetAsync(connection, accepted, peer), accepted.Grant.SetupId);
    }

    /// <summary>
    /// Takes a node in, registers the connection and says hello. By then operators see the node, and what it waits for. Hello is the
    /// first frame after the challenge, yet whatever happens after its picture of the state was taken follows it.
    /// </summary>
    private async Task<NodeSession?> GreetAsync(GatewayConnection connection, HandshakeResult accepted, Peer peer)
    {
        var node = NodeArrivals.Of(accepted, connection.Caller, peer) is { } arrival ? await nodes.JoinAsync(arrival, CancellationToken.None) : null;
        try
        {
            var epoch = EventLines.EpochFor(accepted);
            connection.AwaitGreeting();
            lines.Begin(connection, epoch, accepted.Connect.Resume);

            // A right that was taken away meanwhile ends the connection here: nothing that was kept back is sent then.
            registry.Add(connection);
            connection.Greet(accepted.RequestId, hellos.Create(connection.Caller, accepted.Grant, epoch));
            return node;
        }
        catch
        {
            Unregister(connection, node);
            ForgetUnless(comesBack: false, connection);
            connection.MarkEnded();
            throw;
        }
    }

    private void Unregister(GatewayConnection connection, NodeSession? node)
    {
        registry.Remove(connection);
        if (node is not null)
        {
            nodes.Leave(node);
        }
    }

    private void ForgetUnless(bool comesBack, GatewayConnection connection)
    {
        if (!lines.TryKeep(connection, comesBack))
        {
            subscriptions.Forget(connection.Caller.ConnectionId);
        }
    }

    private async Task ServeAsync(
        GatewaySocket socket, GatewayConnection connection, PresenceEntry row, Task<NodeSession?> greeting, string? setupId)
    {
        var node = await greeting;
        var id = connection.Caller.ConnectionId;
        metrics.ConnectionOpened();
        Log.Connected(logger, id, connection.Caller.ClientId!, connection.Caller.Role, connection.Caller.Protocol);
        // The leave may have been taken between the decision and its registration.
        shutdown.CatchUp(connection);

        var refreshing = RefreshHealthAsync(connection.Slots.Closing);
        try
        {
            if (node is not null)
            {
                await voice.GreetAsync(node, CancellationToken.None);
            }

            presence.Joined(id, row);
            await handshake.ConcludeSetupAsync(setupId, delivered: !socket.IsClosing, CancellationToken.None);
            await ReadAsync(socket, connection);
        }
        finally
        {
            Unregister(connection, node);
            presence.Left(id);
            await connection.Slots.DisposeAsync();

            // Whoever lost a right starts anew: what happened until it is given back was not for it.
            ForgetUnless(comesBack: !socket.PeerHasLeft && !connection.IsInvalidated, connection);
            await refreshing;
            connection.MarkEnded();
            metrics.ConnectionClosed();
            Log.Disconnected(logger, id);
        }
    }

    private async Task ReadAsync(GatewaySocket socket, GatewayConnection connection)
    {
        while (true)
        {
            var received = await socket.ReadAsync(options.MaxPayloadBytes, CancellationToken.None);
            switch (received.Status)
            {
                case ReceiveStatus.Closed:
                    return;
                case ReceiveStatus.TooBig:
                    return;
                case ReceiveStatus.Message when socket.IsClosing:
                    received.Content!.Dispose();
                    break;
                default:
                    dispatcher.Accept(connection, received.Content!);
                    break;
            }
        }
    }

    private async Task RefreshHealthAsync(CancellationToken cancellationToken)
    {
        if (health.IsStale)
        {
            try
            {
                await health.RefreshAsync(probe: false, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // The connection ended first; the next one asks again.
            }
            catch (Exception exception)
            {
                Log.HealthFailed(logger, exception);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1000, LogLevel.Information, "Connection {ConnectionId}: {ClientId} as {Role}, protocol {Protocol}.")]
        public static partial void Connected(ILogger logger, string connectionId, string clientId, string role, int protocol);

        [LoggerMessage(1001, LogLevel.Information, "Connection {ConnectionId} ended.")]
        public static partial void Disconnected(ILogger logger, string connectionId);

        [LoggerMessage(1002, LogLevel.Debug, "A connection was lost: {Reason}")]
        public static partial void ConnectionLost(ILogger logger, string reason);

        [LoggerMessage(1003, LogLevel.Error, "A connection failed inside the gateway.")]
        public static partial void ConnectionFailed(ILogger logger, Exception exception);

        [LoggerMessage(1004, LogLevel.Error, "The health snapshot could not be taken.")]
        public static partial void HealthFailed(ILogger logger, Exception exception);
    }
}
