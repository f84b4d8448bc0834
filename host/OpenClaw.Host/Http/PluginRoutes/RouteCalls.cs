using Microsoft.AspNetCore.Http.Features;
using OpenClaw.Host.Plugins.Surfaces;
using OpenClaw.Plugins;

namespace OpenClaw.Host.Http.PluginRoutes;

/// <summary>Calls a route's handler for one request, and answers for it where it does not.</summary>
internal static class RouteCalls
{
    private const long ChunkMarks = 64 * 1024;

    /// <param name="context">The request.</param>
    /// <param name="route">What takes it.</param>
    /// <param name="caller">Who was let in; null where the plugin decides.</param>
    /// <param name="again">Finds the route of this moment: the one at hand may just have been replaced.</param>
    public static async Task RunAsync(HttpContext context, RouteContribution route, HttpCaller? caller, Func<RouteContribution?> again)
    {
        if (Limit(context, route.Route.MaxBodyBytes) is { } tooLarge)
        {
            await tooLarge;
            return;
        }

        var exchange = new PluginExchange(context, route.Route, caller);
        var failure = await CallAsync(context, route, exchange);
        if (failure is PluginNotEnteredException && again() is { } current && !ReferenceEquals(current, route)
            && current.Route.Authentication == route.Route.Authentication)
        {
            exchange = new PluginExchange(context, current.Route, caller);
            failure = await CallAsync(context, current, exchange);
        }

        if (failure is null || context.RequestAborted.IsCancellationRequested)
            return;
        if (exchange.HasStarted)
            // Half an answer must not look like a whole one.
            context.Abort();
        else if (exchange.IsTooLarge)
            await TooLargeAsync(context);
        else
            await AnswerAsync(context, failure);
    }

    private static async Task<Exception?> CallAsync(HttpContext context, RouteContribution route, PluginExchange exchange)
    {
        try
        {
            await route.Entrance.CallAsync(exchange.RunAsync, context.RequestAborted);
            return null;
        }
        catch (Exception failure)
        {
            // The border to a plugin: whatever it throws costs this request.
            return failure;
        }
        finally
        {
            await exchange.DisposeAsync();
        }
    }

    private static Task? Limit(HttpContext context, long most)
    {
        if (context.Request.ContentLength > most)
            return TooLargeAsync(context);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            // The server counts what stands around the chunks too; the body itself is counted as it is read.
            limit.MaxRequestBodySize = (most * 8) + ChunkMarks;
        return null;
    }

    private static Task TooLargeAsync(HttpContext context) =>
        context.Response.WriteTextAsync(StatusCodes.Status413PayloadTooLarge, "Payload Too Large");

    private static Task AnswerAsync(HttpContext context, Exception failure)
    {
        var (status, text) = failure switch
        {
            PluginNotEnteredException or PluginStoppedException => (StatusCodes.Status503ServiceUnavailable, "Plugin is being replaced"),
            PluginBusyException => (StatusCodes.Status503ServiceUnavailable, "Too Many Requests"),
            TimeoutException => (StatusCodes.Status504GatewayTimeout, "Gateway Timeout"),
            _ => (StatusCodes.Status500InternalServerError, "Internal Server Error"),
        };
        if (status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "1";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteTextAsync(status, text);
    }
}
