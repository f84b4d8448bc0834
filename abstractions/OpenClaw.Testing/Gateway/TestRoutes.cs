using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http;
using OpenClaw.Surfaces;

namespace OpenClaw.Testing.Gateway;

/// <summary>Answers requests as the gateway would: it finds the route, judges the caller and the body, and has the plugin do the rest.</summary>
internal sealed class TestRoutes(TestSurfaces surfaces, IServiceProvider services, TimeProvider clock, TestReport report)
{
    private const string Write = "operator.write";
    private const string Admin = "operator.admin";

    public static string Normalize(string path) => path.TrimEnd('/').ToLowerInvariant();

    public async Task<RouteAnswer> SendAsync(RouteRequest request, CancellationToken cancellationToken)
    {
        if (Find(request.Path) is not { } found)
            return Refusal(StatusCodes.Status404NotFound);
        var (route, handler) = found;
        var body = Encoding.UTF8.GetBytes(request.Body);
        if (!route.Methods.Contains(request.Method) && !(request.Method == "HEAD" && route.Methods.Contains("GET")))
            return Refusal(StatusCodes.Status405MethodNotAllowed);
        if (route.Authentication == RouteAuthentication.Gateway && Judge(request.Scopes) is { } status)
            return Refusal(status);
        if (body.Length > route.MaxBodyBytes)
            return Refusal(StatusCodes.Status413PayloadTooLarge);

        using var limits = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var answer = new MemoryStream();
        var context = Context(request, route, body, answer, limits.Token);
        try
        {
            await handler(services, context).WaitAsync(route.Timeout, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            await limits.CancelAsync();
            return Refusal(StatusCodes.Status504GatewayTimeout);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            report.AddFault($"route {route.Path}", $"{fault.GetType().Name}: {fault.Message}");
            return Refusal(StatusCodes.Status500InternalServerError);
        }

        return new RouteAnswer(
            context.Response.StatusCode,
            Encoding.UTF8.GetString(answer.ToArray()),
            context.Response.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
    }

    private (PluginRoute Route, Func<IServiceProvider, HttpContext, Task> Handler)? Find(string path)
    {
        var normal = Normalize(path);
        var taking = surfaces.Routes
            .Where(known => Normalize(known.Route.Path) is var own
                && (own == normal || (known.Route.Match == RouteMatch.Prefix && normal.StartsWith($"{own}/", StringComparison.Ordinal))))
            .OrderBy(static known => known.Route.Match)
            .ThenByDescending(static known => known.Route.Path.Length)
            .ToList();
        return taking.Count > 0 ? taking[0] : null;
    }

    private static int? Judge(IReadOnlyList<string> scopes)
    {
        if (scopes.Count == 0)
            return StatusCodes.Status401Unauthorized;
        return scopes.Contains(Write) || scopes.Contains(Admin) ? null : StatusCodes.Status403Forbidden;
    }

    private DefaultHttpContext Context(RouteRequest request, PluginRoute route, byte[] body, Stream answer, CancellationToken aborted)
    {
        var context = new DefaultHttpContext { RequestServices = services, RequestAborted = aborted };
        (context.Request.Method, context.Request.Path, context.Request.Scheme) = (request.Method, request.Path, "http");
        context.Request.QueryString = request.Query.Length > 0 ? new QueryString($"?{request.Query}") : QueryString.Empty;
        (context.Request.Body, context.Request.ContentLength) = (new MemoryStream(body, writable: false), body.Length);
        foreach (var (name, value) in request.Headers)
            context.Request.Headers[name] = value;
        context.Response.Body = answer;
        if (route.Authentication == RouteAuthentication.Gateway)
            context.User = new ClaimsPrincipal(new ClaimsIdentity(request.Scopes.Select(static scope => new Claim("scope", scope)), "gateway"));
        return context;
    }

    private static RouteAnswer Refusal(int status) => new(status, "", new Dictionary<string, string>());
}
