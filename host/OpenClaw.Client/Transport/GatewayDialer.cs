using System.Net.WebSockets;
using OpenClaw.Client.Notices;

namespace OpenClaw.Client.Transport;

/// <summary>Makes connections: socket, handshake, and one exception for all that can go wrong.</summary>
internal sealed class GatewayDialer(GatewayClientOptions options, NoticeHub hub, TimeProvider time)
{
    private static readonly TimeSpan DefaultRetry = TimeSpan.FromMilliseconds(500);

    /// <summary>Connects once; a gateway that says it is starting is asked again until the time for connecting is over.</summary>
    public async Task<GatewayConnection> DialAsync(CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.ConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        GatewayConnectException? last = null;
        try
        {
            while (true)
            {
                try
                {
                    return await DialOnceAsync(either.Token);
                }
                catch (GatewayConnectException starting) when (starting.RetryAfter is not null || IsStarting(starting))
                {
                    last = starting;
                }

                await Task.Delay(last.RetryAfter ?? DefaultRetry, time, either.Token);
            }
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw last ?? ConnectFailures.FromTimeout(options.Url, options.ConnectTimeout);
        }
    }

    private static bool IsStarting(GatewayConnectException error) =>
        error is { Failure: GatewayConnectFailure.Unavailable, Error.Retryable: true };

    private async Task<GatewayConnection> DialOnceAsync(CancellationToken cancellationToken)
    {
        var webSocket = new ClientWebSocket();
        var socket = new GatewaySocket(webSocket, options.MaxFrameBytes);
        try
        {
            webSocket.Options.KeepAliveInterval = TimeSpan.Zero;
            webSocket.Options.CollectHttpResponseDetails = true;
            if (options.Url.IsLoopback)
            {
                // A proxy of the environment cannot know this machine's loopback.
                webSocket.Options.Proxy = null;
            }

            await webSocket.ConnectAsync(options.Url, cancellationToken);
            var hello = await GatewayHandshake.PerformAsync(socket, options, cancellationToken);
            return new GatewayConnection(socket, hello, hub, time);
        }
        catch (WebSocketException error)
        {
            var status = (int)webSocket.HttpStatusCode;
            socket.Dispose();
            throw ConnectFailures.FromTransport(options.Url, error, status);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
