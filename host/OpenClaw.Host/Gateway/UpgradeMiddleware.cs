using Microsoft.AspNetCore.Http.Features;
using OpenClaw.Host.Gateway.Connections;
using OpenClaw.Host.Gateway.Transport;
using OpenClaw.Host.Http;
using OpenClaw.Host.Security;

namespace OpenClaw.Host.Gateway;

/// <summary>Makes a control connection of a WebSocket upgrade on any path, if there is a place for one.</summary>
internal sealed class UpgradeMiddleware(
    RequestDelegate next, OriginPolicy origins, ConnectionBudget budget, ConnectionRunner runner, GatewayOptions options,
    GatewayMetrics metrics)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            if (context.Features.Get<Peer>()?.Tailscale?.Client is not null)
            {
                // What Tailscale says of a caller counts for control connections alone, not for a request that only resembles one.
                await context.Response.WriteJsonAsync(StatusCodes.Status403Forbidden, HttpErrors.ProxyAttributionRequired);
                return;
            }

            await next(context);
            return;
        }

        if (!HttpProtocol.IsHttp11(context.Request.Protocol) || !context.Request.Host.HasValue)
        {
            // Older versions know no upgrade, and may leave out the name by which a page of a stranger gives itself away.
            await context.Response.WriteTextAsync(StatusCodes.Status400BadRequest, "Bad Request");
            return;
        }

        var peer = context.GetPeer();
        using var place = budget.TryEnter(Bucket(peer), out var reason);
        if (place is null)
        {
            metrics.Refused(reason);
            context.Response.Headers.RetryAfter = "1";
            await context.Response.WriteTextAsync(StatusCodes.Status503ServiceUnavailable, "Too Many Connections");
            return;
        }

        // No sub-protocol is chosen and no compression is agreed to, whatever the client offers.
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            KeepAliveInterval = options.PingInterval,
            KeepAliveTimeout = options.PongTimeout,
        });
        var guard = ((GuardedUpgrade)context.Features.GetRequiredFeature<IHttpUpgradeFeature>()).Guard!;
        await runner.RunAsync(socket, guard, peer, context.Abort, place);
    }

    /// <summary>Pages of strangers, in a browser on this machine, must not use up the places of the programs on it.</summary>
    private string Bucket(Peer peer) =>
        peer.Origin is null || origins.Judge(peer) == OriginVerdict.Allowed ? peer.Bucket : $"{peer.Bucket} foreign pages";
}
