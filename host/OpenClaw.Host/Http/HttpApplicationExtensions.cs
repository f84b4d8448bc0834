using OpenClaw.Host.Http.Hooks;
using OpenClaw.Host.Http.PluginRoutes;

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

    /// <summary>Hooks of services, where the owner has set a token for them.</summary>
    public static WebApplication MapHooks(this WebApplication app)
    {
        app.UseMiddleware<HookMiddleware>();
        return app;
    }

    /// <summary>Routes of plugins. Comes after everything of the gateway that has a path of its own but the probes, which no plugin can take.</summary>
    public static WebApplication MapPluginRoutes(this WebApplication app)
    {
        app.UseMiddleware<PluginRouteMiddleware>();
        return app;
    }

    /// <summary>The probes, and the answer for everything that nobody serves; comes last.</summary>
    public static WebApplication MapHttpProbes(this WebApplication app)
    {
        app.Run(app.Services.GetRequiredService<ProbeEndpoints>().AnswerAsync);
        return app;
    }
}
