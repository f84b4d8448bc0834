using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;
using OpenClaw.Host.Security;
using OpenClaw.Surfaces;

namespace OpenClaw.Host.Http.PluginRoutes;

/// <summary>
/// One request as a plugin sees it: a context of its own, over copies of the headers and over bodies that end with the call. The
/// server uses its contexts again for other requests, so a handler that holds on to one must never have had one of those; and
/// the services of the gateway stay out of reach.
/// </summary>
internal sealed class PluginExchange : IAsyncDisposable
{
    private readonly HttpContext _caller;
    private readonly RouteAuthentication _authentication;
    private readonly RequestBody _request;
    private readonly ResponseBody _response;
    private readonly ExchangeResponse _answer = new();
    private readonly StreamResponseBodyFeature _writer;

    public PluginExchange(HttpContext caller, PluginRoute route, HttpCaller? who)
    {
        _caller = caller;
        _authentication = route.Authentication;
        _request = new RequestBody(caller.Request.Body, route.MaxBodyBytes);
        _response = new ResponseBody(caller.Response.Body, _answer.StartingAsync, StartAsync);
        _writer = new StreamResponseBodyFeature(_response);
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(Copy(caller));
        features.Set<IHttpResponseFeature>(_answer);
        features.Set<IHttpResponseBodyFeature>(_writer);
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature());
        // Where nobody vouches for a claimed address, the one of the socket counts.
        var connection = caller.Connection;
        features.Set<IHttpConnectionFeature>(new HttpConnectionFeature
        {
            ConnectionId = connection.Id,
            RemoteIpAddress = caller.Features.Get<Peer>()?.Address ?? connection.RemoteIpAddress,
        });
        Context = new DefaultHttpContext(features) { User = PrincipalOf(who) };
    }

    public HttpContext Context { get; }

    public bool HasStarted => _answer.HasStarted;

    public bool IsTooLarge => _request.IsTooLarge;

    /// <summary>Runs the handler and sends what it left unsent. Within the plugin's call: callbacks are its code too.</summary>
    public async Task<bool> RunAsync(Func<HttpContext, Task> handler, CancellationToken cancellationToken)
    {
        Context.RequestAborted = cancellationToken;
        await handler(Context);
        await _writer.CompleteAsync();
        if (!_answer.HasStarted)
            await _response.StartAsync(cancellationToken);
        await _answer.CompletedAsync();
        return true;
    }

    /// <summary>Takes everything back; afterwards the caller's context is the gateway's alone again.</summary>
    public async ValueTask DisposeAsync()
    {
        await _request.EndAsync();
        await _response.EndAsync();
    }

    private async Task StartAsync()
    {
        if (_answer.HasStarted)
            return;
        var response = _caller.Response;
        if (_answer.StatusCode is < 200 or > 599)
            throw new InvalidOperationException($"{_answer.StatusCode} is no status of a finished answer. Use 200 to 599.");
        response.StatusCode = _answer.StatusCode;
        ExchangeHeaders.CopyResponse(_answer.Headers, response.Headers, _authentication);
        _answer.MarkStarted();
        await response.StartAsync(_caller.RequestAborted);
    }

    private HttpRequestFeature Copy(HttpContext caller)
    {
        var request = caller.Request;
        var copy = new HttpRequestFeature
        {
            Protocol = request.Protocol,
            Scheme = request.Scheme,
            Method = request.Method,
            Path = request.Path.Value ?? "",
            QueryString = request.QueryString.Value ?? "",
            RawTarget = caller.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "",
            Body = _request,
        };
        ExchangeHeaders.CopyRequest(request.Headers, copy.Headers, _authentication);
        return copy;
    }

    private static ClaimsPrincipal PrincipalOf(HttpCaller? who)
    {
        if (who is null)
            return new ClaimsPrincipal(new ClaimsIdentity());
        IEnumerable<Claim> name = who.User is { } user ? [new Claim(ClaimTypes.Name, user)] : [];
        return new ClaimsPrincipal(new ClaimsIdentity([.. name, .. who.Scopes.Select(static scope => new Claim("scope", scope))], who.Method));
    }
}
