using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.FirstRun;
using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Start;
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
        while (true)
        {
            if (await GatewayLife.RunAsync(options, result, firstRun, failures, cancellationToken) is { } exitCode)
                return exitCode;

            firstRun = false;
            result = Load(options);
            if (Refusals(result, options) is { Count: > 0 } refusals)
                return await failures.RefuseAsync(refusals);
        }
    }

    private static ConfigLoadResult Load(GatewayRunOptions options) =>
        ConfigLoader.Load(options.Paths, Environment.GetEnvironmentVariable, options.Overrides);

    private static IReadOnlyList<string> Refusals(ConfigLoadResult result, GatewayRunOptions options) => result.IsValid
        ? [.. GatewayStartRules.Check(result, options.AllowUnconfigured).Select(static refusal => refusal.Message)]
        : [new ConfigInvalidException(result).Message];
}
