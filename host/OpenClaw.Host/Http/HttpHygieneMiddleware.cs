using Microsoft.AspNetCore.Http.Features;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Surfaces;
using OpenClaw.Host.Security;
using OpenClaw.Surfaces;

namespace OpenClaw.Host.Http;

/// <summary>
/// The outermost layer: headers that every answer carries, who is calling, and what becomes of an error nobody caught.
/// </summary>
internal sealed partial class HttpHygieneMiddleware(
    RequestDelegate next, PeerResolver peers, HostPolicy hosts, OriginPolicy origins, IConfigSource config, ILogger<HttpHygieneMiddleware> logger,
    IPluginCatalog? plugins = null)
{
    public async Task InvokeAsync(HttpContext context)
    {
        AddHeaders(context.Response.Headers);
        if (HttpMethods.IsTrace(context.Request.Method) || HttpMethods.IsConnect(context.Request.Method))
        {
            await context.Response.WriteMethodNotAllowedAsync();
            return;
        }

        var route = plugins?.Current.Routes.FindRequest(context.Request.Path);
        // A route of a plugin has a limit of its own.
        if (route is null && context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            await context.Response.WriteTextAsync(StatusCodes.Status413PayloadTooLarge, "Payload Too Large");
            return;
        }

        if (context.Request.Headers.ContentEncoding is { Count: > 0 } coding && !string.Equals(coding, "identity", StringComparison.OrdinalIgnoreCase))
        {
            // Nothing here takes a compressed body: one that is small on the wire may be without end.
            await context.Response.WriteTextAsync(StatusCodes.Status415UnsupportedMediaType, "Unsupported Media Type");
            return;
        }

        if (!hosts.IsAllowed(context.Request))
        {
            await context.Response.WriteJsonAsync(StatusCodes.Status403Forbidden, HttpErrors.HostNotAllowed);
            return;
        }

        if (peers.TryResolve(context, out var peer))
        {
            context.SetPeer(peer);
        }
        else if (context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } || !IsOpen(route, context.Request.Path))
        {
            await context.Response.WriteJsonAsync(StatusCodes.Status403Forbidden, HttpErrors.ProxyAttributionRequired);
            return;
        }

        if (IsForeignPage(context, peer))
        {
            await context.Response.WriteJsonAsync(StatusCodes.Status403Forbidden, HttpErrors.OriginNotAllowed);
            return;
        }

        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && exception is not BadHttpRequestException)
        {
            Log.RequestFailed(logger, exception);
            context.Response.Clear();
            AddHeaders(context.Response.Headers);
            await context.Response.WriteTextAsync(StatusCodes.Status500InternalServerError, "Internal Server Error");
        }
    }

    /// <summary>A form on somebody else's page can send what it likes, with whatever the browser adds of its own; it only cannot hide where it is.</summary>
    private bool IsForeignPage(HttpContext context, Peer? peer) =>
        !HttpMethods.IsGet(context.Request.Method)
        && !HttpMethods.IsHead(context.Request.Method)
        && !HttpMethods.IsOptions(context.Request.Method)
        && (context.Request.Headers["Sec-Fetch-Site"] == "cross-site" || (peer?.Origin is not null && origins.Judge(peer) != OriginVerdict.Allowed));

    /// <summary>Whether it does not matter what is claimed about the sender: nobody is judged by it.</summary>
    private static bool IsOpen(RouteContribution? route, PathString path) =>
        route is { Route.Authentication: RouteAuthentication.Plugin } || ProbeEndpoints.IsLiveness(path);

    private void AddHeaders(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(self), geolocation=()";
        if (config.Current.Gateway.Http.StrictTransportSecurity is { } strictTransport)
        {
            headers.StrictTransportSecurity = strictTransport;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1050, LogLevel.Error, "An HTTP request failed inside the gateway.")]
        public static partial void RequestFailed(ILogger logger, Exception exception);
    }
}
