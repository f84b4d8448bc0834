using Microsoft.AspNetCore.Http.Features;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Security;

namespace OpenClaw.Host.Http;

/// <summary>
/// The outermost layer: headers that every answer carries, who is calling, and what becomes of an error nobody caught.
/// </summary>
internal sealed partial class HttpHygieneMiddleware(
    RequestDelegate next, PeerResolver peers, HostPolicy hosts, IConfigSource config, ILogger<HttpHygieneMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        AddHeaders(context.Response.Headers);
        if (HttpMethods.IsTrace(context.Request.Method) || HttpMethods.IsConnect(context.Request.Method))
        {
            await context.Response.WriteMethodNotAllowedAsync();
            return;
        }

        if (context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            await context.Response.WriteTextAsync(StatusCodes.Status413PayloadTooLarge, "Payload Too Large");
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
        else if (context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } || !ProbeEndpoints.IsLiveness(context.Request.Path))
        {
            await context.Response.WriteJsonAsync(StatusCodes.Status403Forbidden, HttpErrors.ProxyAttributionRequired);
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
