using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.FirstRun;
using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Start;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Diagnostics.Logging;
using OpenClaw.Host.Diagnostics.Redaction;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Hosting;

/// <summary>Runs the gateway from the first look at the configuration to the last write.</summary>
internal static class GatewayHost
{
    private const string AllowSeveralVariable = "OPENCLAW_ALLOW_MULTI_GATEWAY";

    /// <returns>One of <see cref="GatewayExitCodes"/>.</returns>
    public static async Task<int> RunAsync(GatewayRunOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var firstRun = !options.AllowUnconfigured && await FirstConfig.TryWriteAsync(options.Paths, Environment.GetEnvironmentVariable, cancellationToken);
            var result = ConfigLoader.Load(options.Paths, Environment.GetEnvironmentVariable, options.Overrides);
            if (Refusals(result, options) is { Count: > 0 } refusals)
                return await RefuseAsync(options.Error, refusals);

            using var instance = Environment.GetEnvironmentVariable(AllowSeveralVariable) == "1"
                ? null
                : await InstanceLock.AcquireAsync(options.Paths, TimeProvider.System, cancellationToken);
            using var log = OpenLog(options, result);
            await using var app = GatewayComposition.Build(options.Paths, result, log);
            app.Services.GetRequiredService<UnhandledExceptionGuard>().Install();
            return await ServeAsync(app, new StartReport(options, result, firstRun), cancellationToken);
        }
        catch (StorageException exception)
        {
            return await RefuseAsync(options.Error, [exception.Message]);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return GatewayExitCodes.Stopped;
        }
    }

    private static IReadOnlyList<string> Refusals(ConfigLoadResult result, GatewayRunOptions options) => result.IsValid
        ? [.. GatewayStartRules.Check(result, options.AllowUnconfigured).Select(static refusal => refusal.Message)]
        : [new ConfigInvalidException(result).Message];

    private static LogSystem OpenLog(GatewayRunOptions options, ConfigLoadResult result)
    {
        var settings = LogSettingsFactory.Create(result.Require().Logging, options.Paths, options.Error);
        LogPruner.Prune(settings.File, TimeProvider.System);
        return new LogSystem(settings, new SecretRegistry(), TimeProvider.System);
    }

    private static async Task<int> ServeAsync(WebApplication app, StartReport report, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (PortOf(exception) is not null)
        {
            await report.WritePortTakenAsync();
            return GatewayExitCodes.Failed;
        }

        app.Services.GetRequiredService<HostLifecycle>().MarkReady();
        await report.WriteReadyAsync(app);
        await using (cancellationToken.Register(app.Lifetime.StopApplication))
        {
            await app.WaitForShutdownAsync(CancellationToken.None);
        }

        return GatewayExitCodes.Stopped;
    }

    private static Exception? PortOf(IOException exception) => exception switch
    {
        { InnerException: AddressInUseException inner } => inner,
        { InnerException: SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } inner } => inner,
        _ => null,
    };

    private static async Task<int> RefuseAsync(TextWriter error, IReadOnlyList<string> reasons)
    {
        foreach (var reason in reasons)
            await error.WriteLineAsync($"Gateway failed to start: {reason}");
        return GatewayExitCodes.Configuration;
    }
}
