using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Surfaces;
using OpenClaw.Host.Security;
using OpenClaw.Protocol;
using OpenClaw.Surfaces;

namespace OpenClaw.Host.Http.PluginRoutes;

/// <summary>Hands requests to routes of plugins. What none of them takes goes on.</summary>
internal sealed class PluginRouteMiddleware(RequestDelegate next, HostLifecycle lifecycle, IPluginCatalog? plugins = null)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (plugins is null)
            return next(context);
        var path = context.Request.Path;
        var now = plugins.Current;
        if (now.Routes.FindRequest(path) is { } route)
            return ServeAsync(context, route);
        if (now.Waiting.Routes.FindRequest(path) is { } sleeper)
            return WakeAsync(context, path, sleeper);
        return lifecycle.Phase == HostPhase.Starting && !ProbeEndpoints.IsProbe(RoutePath.Normalize(path.Value ?? ""))
            ? RefuseAsync(context, "Plugin runtime is starting")
            : next(context);
    }

    private async Task WakeAsync(HttpContext context, PathString path, string pluginId)
    {
        await plugins!.WakeAsync(pluginId, context.RequestAborted);
        if (plugins.Current.Routes.FindRequest(path) is { } route)
            await ServeAsync(context, route);
        else
            await RefuseAsync(context, "Plugin is not available");
    }

    private async Task ServeAsync(HttpContext context, RouteContribution route)
    {
        if (lifecycle.Phase == HostPhase.Draining)
        {
            await RefuseAsync(context, "Gateway is stopping");
            return;
        }

        if (!Takes(route, context.Request.Method))
        {
            var methods = route.Route.Methods;
            context.Response.Headers.Allow = string.Join(", ", methods.Contains("GET") && !methods.Contains("HEAD") ? [.. methods, "HEAD"] : methods);
            await context.Response.WriteTextAsync(StatusCodes.Status405MethodNotAllowed, "Method Not Allowed");
            return;
        }

        HttpCaller? caller = null;
        if (route.Route.Authentication == RouteAuthentication.Gateway)
        {
            var callers = context.RequestServices.GetRequiredService<HttpCallers>();
            if ((caller = await callers.AdmitAsync(context, OperatorScopes.Write)) is null)
                return;
        }

        await RouteCalls.RunAsync(context, route, caller, () => plugins!.Current.Routes.FindRequest(context.Request.Path));
    }

    private static bool Takes(RouteContribution route, string method) =>
        route.Route.Methods.Contains(method, StringComparer.Ordinal) || (HttpMethods.IsHead(method) && route.Route.Methods.Contains("GET", StringComparer.Ordinal));

    private static Task RefuseAsync(HttpContext context, string text)
    {
        context.Response.Headers.RetryAfter = "1";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteTextAsync(StatusCodes.Status503ServiceUnavailable, text);
    }
}
