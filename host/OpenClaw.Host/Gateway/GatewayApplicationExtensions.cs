namespace OpenClaw.Host.Gateway;

/// <summary>Puts this room's endpoint into the request pipeline.</summary>
internal static class GatewayApplicationExtensions
{
    /// <summary>
    /// Serves the control protocol on every path. Comes after <see cref="Http.HttpApplicationExtensions.UseHttpHygiene"/>, which
    /// settles who is calling, and before anything that answers plain HTTP.
    /// </summary>
    public static WebApplication MapGateway(this WebApplication app)
    {
        app.UseWebSockets();
        app.UseMiddleware<UpgradeMiddleware>();
        return app;
    }
}
