using Microsoft.AspNetCore.Http.Features;
using OpenClaw.Host.Gateway.Listening;
using OpenClaw.Host.Gateway.Transport;

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
        app.Use(static (context, next) =>
        {
            if (context.Features.Get<IHttpUpgradeFeature>() is { } upgrade)
            {
                context.Features.Set<IHttpUpgradeFeature>(new GuardedUpgrade(upgrade));
            }

            return ListenerConnections.ServeRequestAsync(context, next);
        });
        app.UseWebSockets();
        app.UseMiddleware<UpgradeMiddleware>();
        return app;
    }
}
