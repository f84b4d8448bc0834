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

    /// <summary>The probes, and the answer for everything that nobody serves; comes last.</summary>
    public static WebApplication MapHttpProbes(this WebApplication app)
    {
        app.Run(app.Services.GetRequiredService<ProbeEndpoints>().AnswerAsync);
        return app;
    }
}
