namespace OpenClaw.Host.Http;

/// <summary>Puts this room's layers and endpoints into the request pipeline.</summary>
internal static class HttpApplicationExtensions
{
    /// <summary>The outermost layer; comes first.</summary>
    public static WebApplication UseHttpHygiene(this WebApplication app)
    {
        app.UseMiddleware<HttpHygieneMiddleware>();
        return app;
    }

    /// <summary>The probes, and the answer for everything that nobody serves.</summary>
    public static IEndpointRouteBuilder MapHttpProbes(this IEndpointRouteBuilder routes)
    {
        var probes = routes.ServiceProvider.GetRequiredService<ProbeEndpoints>();
        foreach (var (paths, handler) in new (string[], RequestDelegate)[]
        {
            (["/health", "/healthz"], ProbeEndpoints.LiveAsync),
            (["/startup", "/startupz"], probes.StartedAsync),
            (["/ready", "/readyz"], probes.ReadyAsync),
        })
        {
            foreach (var path in paths)
            {
                routes.Map(path, handler);
            }
        }

        routes.MapFallback("{**path}", context => context.Response.WriteTextAsync(StatusCodes.Status404NotFound, "Not Found"));
        return routes;
    }
}
