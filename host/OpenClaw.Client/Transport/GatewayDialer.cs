using System.Net.WebSockets;
using OpenClaw.Client.Notices;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Client.Transport;

/// <summary>Makes connections: socket, handshake, and one exception for all that can go wrong.</summary>
internal sealed class GatewayDialer(GatewayClientOptions options, NoticeHub hub, TimeProvider time)
{
    private static readonly TimeSpan DefaultRetry = TimeSpan.FromMilliseconds(500);

    /// <summary>Connects once; a gateway that says it is starting is asked again until the time for connecting is over.</summary>
    public async Task<GatewayConnection> DialAsync(ResumePoint? resume, CancellationToken cancellationToken)
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
                    return await DialOnceAsync(resume, either.Token);
                }
                catch (GatewayConnectException refused) when (resume is not null && ConnectFailures.DoesNotKnowResume(refused))
                {
                    // Another gateway than the one that named the epoch; asking again without it is no retry.
                    resume = null;
                    continue;
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

    /// <summary>Shows the chosen credentials, and the device's own token once when the gateway says that it would do.</summary>
    private async Task<GatewayConnection> DialOnceAsync(ResumePoint? resume, CancellationToken cancellationToken)
    {
        var credentials = await ConnectCredentials.ChooseAsync(options, cancellationToken);
        try
        {
            return await DialAsync(credentials, resume, cancellationToken);
        }
        catch (GatewayConnectException refused) when (credentials.Token is not null && ConnectFailures.AsksForDeviceToken(refused))
        {
            if (await ConnectCredentials.FindStoredAsync(options, cancellationToken) is not { } stored)
            {
                throw;
            }

            return await DialAsync(credentials with { Token = null, DeviceToken = stored, IsStored = true }, resume, cancellationToken);
        }
    }

    private async Task<GatewayConnection> DialAsync(ConnectCredentials credentials, ResumePoint? resume, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await OpenAsync(credentials, resume, cancellationToken);
            try
            {
                await KeepTokensAsync(connection.Hello.Auth, cancellationToken);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // A token that cannot be kept costs a question next time; the connection is as good as any.
            }

            return connection;
        }
        catch (GatewayConnectException refused) when (credentials.IsStored && ConnectFailures.IsStaleDeviceToken(refused))
        {
            await options.DeviceTokens!.RemoveAsync(options.Url, options.Device!.Id, options.Role, cancellationToken);
            throw;
        }
    }

    private async ValueTask KeepTokensAsync(HelloAuth? granted, CancellationToken cancellationToken)
    {
        if (granted is null || options is not { Device: { } device, DeviceTokens: { } store })
        {
            return;
        }

        if (granted.DeviceToken is { } own)
        {
            await store.SaveAsync(options.Url, device.Id, granted.Role, own, cancellationToken);
        }

        foreach (var other in granted.DeviceTokens ?? [])
        {
            await store.SaveAsync(options.Url, device.Id, other.Role, other.DeviceToken, cancellationToken);
        }
    }

    private async Task<GatewayConnection> OpenAsync(ConnectCredentials credentials, ResumePoint? resume, CancellationToken cancellationToken)
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
            var hello = await GatewayHandshake.PerformAsync(socket, options, credentials, resume, time, cancellationToken);
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
