using OpenClaw.Host.Gateway.Connections;
using OpenClaw.Host.Http;
using OpenClaw.Host.Security;

namespace OpenClaw.Host.Gateway;

/// <summary>Makes a control connection of a WebSocket upgrade on any path, if there is a place for one.</summary>
internal sealed class UpgradeMiddleware(
    RequestDelegate next, ConnectionBudget budget, ConnectionRunner runner, GatewayOptions options, GatewayMetrics metrics)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await next(context);
            return;
        }

        var peer = context.GetPeer();
        using var place = budget.TryEnter(peer.Bucket, out var reason);
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
        await runner.RunAsync(socket, peer, context.Abort, place);
    }
}
