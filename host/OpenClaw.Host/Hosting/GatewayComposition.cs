using OpenClaw.Host.Agents;
using OpenClaw.Host.Channels;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Diagnostics.Logging;
using OpenClaw.Host.Gateway;
using OpenClaw.Host.Http;
using OpenClaw.Host.Nodes;
using OpenClaw.Host.Plugins;
using OpenClaw.Host.Scheduling;
using OpenClaw.Host.Security;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Tools;

namespace OpenClaw.Host.Hosting;

/// <summary>Puts the rooms together. Reads as a table of contents; no logic.</summary>
internal static class GatewayComposition
{
    public static WebApplication Build(StatePaths paths, GatewayStart start, LogSystem log, StartLogFilter startFilter, bool safeMode = false)
    {
        var config = start.Config.Require();
        // Empty: configuration is ours alone, so nothing here reads or watches the framework's settings files and variables.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = config.Gateway.ShutdownGracePeriod);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => GatewayListener.Configure(kestrel, config.Gateway, GatewayOptions.From(config)));

        builder.Services
            .AddSingleton(start.Restarts)
            .AddDiagnostics(log)
            .AddStorage(paths)
            .AddConfiguration(start.Config, log.Secrets, start.Refused)
            .AddSecurity()
            .AddNodes()
            .AddSessions()
            .AddPlugins(safeMode)
            .AddTools()
            .AddAgents()
            .AddChannels()
            .AddScheduling()
            .AddHttpProbes()
            .AddHooks()
            .AddGateway();

        startFilter.Apply(builder.Logging);

        var app = builder.Build();
        app.UseHttpHygiene();
        app.MapGateway();
        app.MapHooks();
        app.MapPluginRoutes();
        app.MapHttpProbes();
        return app;
    }
}
