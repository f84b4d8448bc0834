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
        var failures = new FailureReport(options.Error);
        try
        {
            var firstRun = !options.AllowUnconfigured && await FirstConfig.TryWriteAsync(options.Paths, Environment.GetEnvironmentVariable, cancellationToken);
            var result = ConfigLoader.Load(options.Paths, Environment.GetEnvironmentVariable, options.Overrides);
            if (Refusals(result, options) is { Count: > 0 } refusals)
                return await failures.RefuseAsync(refusals);

            using var instance = Environment.GetEnvironmentVariable(AllowSeveralVariable) == "1"
                ? null
                : await InstanceLock.AcquireAsync(options.Paths, TimeProvider.System, cancellationToken);
            using var log = OpenLog(options, result);
            failures.UseLog(log);
            return await RunLoggedAsync(new StartReport(options, result, firstRun), options, result, log, failures, cancellationToken);
        }
        catch (StorageException exception)
        {
            return await failures.RefuseAsync([exception.Message]);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return GatewayExitCodes.Stopped;
        }
        catch (Exception exception)
        {
            // The outermost border of the process: whoever started it reads one sentence, not a dump.
            return await failures.FailAsync(exception);
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

    private static async Task<int> RunLoggedAsync(
        StartReport report, GatewayRunOptions options, ConfigLoadResult result, LogSystem log, FailureReport failures,
        CancellationToken cancellationToken)
    {
        try
        {
            var noise = new StartNoise();
            await using var app = GatewayComposition.Build(options.Paths, result, log, noise);
            app.Services.GetRequiredService<UnhandledExceptionGuard>().Install();
            return await ServeAsync(app, report, failures, noise, cancellationToken);
        }
        catch (Exception exception) when (exception is not (StorageException or OperationCanceledException))
        {
            // Here and not further out, because the log is still open.
            failures.Note(exception);
            return await failures.FailAsync(exception);
        }
    }

    private static async Task<int> ServeAsync(
        WebApplication app, StartReport report, FailureReport failures, StartNoise noise, CancellationToken cancellationToken)
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
                return GatewayExitCodes.Failed;
            throw;
        }

        noise.End();
        failures.MarkReady();
        app.Services.GetRequiredService<HostLifecycle>().MarkReady();
        await report.WriteReadyAsync(app);
        await using (cancellationToken.Register(app.Lifetime.StopApplication))
        {
            await app.WaitForShutdownAsync(CancellationToken.None);
        }

        return GatewayExitCodes.Stopped;
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
