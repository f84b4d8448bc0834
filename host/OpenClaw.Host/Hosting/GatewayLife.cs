using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Diagnostics.Logging;
using OpenClaw.Host.Diagnostics.Redaction;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Surfaces;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Hosting;

/// <summary>One life of the gateway: from the composition of its rooms to the end of the last of them.</summary>
internal static class GatewayLife
{
    public static async Task<LifeEnd> RunAsync(
        GatewayRunOptions options, GatewayStart start, ProcessSignals signals, FailureReport failures, CancellationToken cancellationToken)
    {
        using var log = OpenLog(options, start.Config);
        failures.UseLog(log);
        try
        {
            var startFilter = new StartLogFilter();
            await using var app = GatewayComposition.Build(options.Paths, start, log, startFilter, options.SafeMode);
            using var attached = signals.Attach(app.Services);
            app.Services.GetRequiredService<UnhandledExceptionGuard>().Install();
            return await ServeAsync(app, new StartReport(options, start.Config, start.IsFirstRun), failures, startFilter, cancellationToken);
        }
        catch (Exception exception) when (exception is not (StorageException or OperationCanceledException))
        {
            // Here and not further out, because the log is still open.
            failures.Note(exception);
            return new LifeEnd(await failures.FailAsync(exception));
        }
    }

    private static LogSystem OpenLog(GatewayRunOptions options, ConfigLoadResult result)
    {
        var settings = LogSettingsFactory.Create(result.Require().Logging, options.Paths, options.Error);
        LogPruner.Prune(settings.File, TimeProvider.System);
        return new LogSystem(settings, new SecretRegistry(), TimeProvider.System);
    }

    private static async Task<LifeEnd> ServeAsync(
        WebApplication app, StartReport report, FailureReport failures, StartLogFilter startFilter, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception exception)
        {
            if (!cancellationToken.IsCancellationRequested)
                failures.Note(exception);
            var explained = await ExplainAsync(exception, report);

            // Whatever did start ends in order; disposing alone would look to it like a failure of its own.
            await app.StopAsync(CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (explained)
                return new LifeEnd(GatewayExitCodes.Failed);
            throw;
        }

        startFilter.Lift();
        failures.MarkReady();
        app.Services.GetRequiredService<HostLifecycle>().MarkReady();
        await report.WriteReadyAsync(app);
        var told = app.Services.GetRequiredService<GatewayHooks>().StartedAsync();
        await using var settling = StartGarbage.CollectLater(TimeProvider.System);
        await using (cancellationToken.Register(app.Lifetime.StopApplication))
        {
            await app.WaitForShutdownAsync(CancellationToken.None);
        }

        await told;

        var again = app.Services.GetRequiredService<RestartSignal>().IsRequested && !cancellationToken.IsCancellationRequested;
        var source = app.Services.GetRequiredService<ConfigSource>();
        return new LifeEnd(again ? null : GatewayExitCodes.Stopped) { Served = true, InForce = source.InForce, Latest = source.Latest };
    }

    /// <summary>False when the failure is none that has words of its own.</summary>
    private static async Task<bool> ExplainAsync(Exception exception, StartReport report)
    {
        if (ListenFailure.IsPortTaken(exception))
            await report.WritePortTakenAsync();
        else if (ListenFailure.SocketErrorOf(exception) is { } error)
            await report.WriteCannotListenAsync(error);
        else
            return false;
        return true;
    }
}
