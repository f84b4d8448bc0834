using Microsoft.AspNetCore.Server.Kestrel.Core;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Start;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Hosting;

/// <summary>Puts the rooms together. Reads as a table of contents; no logic.</summary>
internal static class GatewayComposition
{
    public static WebApplication Build(StatePaths paths, ConfigLoadResult result)
    {
        var config = result.Require();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = config.Gateway.ShutdownGracePeriod);
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, config));

        builder.Services
            .AddStorage(paths)
            .AddConfiguration(result)
            .AddSessions();

        return builder.Build();
    }

    private static void Listen(KestrelServerOptions kestrel, OpenClawConfig config)
    {
        foreach (var address in BindAddresses.Resolve(config.Gateway))
            kestrel.Listen(address, config.Gateway.Port);
    }
}
