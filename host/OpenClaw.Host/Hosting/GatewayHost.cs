using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.FirstRun;
using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Start;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Hosting;

/// <summary>Runs the gateway from the first look at the configuration to the last write, however often it starts again in between.</summary>
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
            var result = Load(options);
            if (Refusals(result, options) is { Count: > 0 } refusals)
                return await failures.RefuseAsync(refusals);

            using var instance = Environment.GetEnvironmentVariable(AllowSeveralVariable) == "1"
                ? null
                : await InstanceLock.AcquireAsync(options.Paths, TimeProvider.System, cancellationToken);
            return await RunLivesAsync(options, result, firstRun, failures, cancellationToken);
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

    private static async Task<int> RunLivesAsync(
        GatewayRunOptions options, ConfigLoadResult result, bool firstRun, FailureReport failures, CancellationToken cancellationToken)
    {
        using var signals = new ProcessSignals();
        var start = new GatewayStart(result, new RestartHistory()) { IsFirstRun = firstRun };
        ConfigLoadResult? worked = null;
        while (true)
        {
            var end = await GatewayLife.RunAsync(options, start, signals, failures, cancellationToken);
            if (end.ExitCode is { } exitCode)
            {
                if (end.Served || worked is null || ReferenceEquals(worked, start.Config) || cancellationToken.IsCancellationRequested)
                    return exitCode;

                // It served before this change, and does again; the file is left to whoever wrote it.
                await options.Error.WriteLineAsync("The gateway starts again with the configuration it had before.");
                start = new GatewayStart(worked, start.Restarts) { Refused = start.Config };
                continue;
            }

            // What served is the last resort, and needs no permission to serve again.
            worked = end.InForce!;
            var onDisk = Load(options);
            var next = new[] { onDisk, end.Latest! }.FirstOrDefault(result => Refusals(result, options).Count == 0) ?? worked;
            start = new GatewayStart(next, start.Restarts) { Refused = onDisk.IsValid && !ReferenceEquals(next, onDisk) ? onDisk : null };
        }
    }

    private static ConfigLoadResult Load(GatewayRunOptions options) =>
        ConfigLoader.Load(options.Paths, Environment.GetEnvironmentVariable, options.Overrides);

    private static IReadOnlyList<string> Refusals(ConfigLoadResult result, GatewayRunOptions options) => result.IsValid
        ? [.. GatewayStartRules.Check(result, options.AllowUnconfigured).Select(static refusal => refusal.Message)]
        : [new ConfigInvalidException(result).Message];
}
