using OpenClaw.Host.Configuration.Loading;

namespace OpenClaw.Host.Configuration;

/// <summary>Tells the operator at start what the file got away with: older spellings, variables that are not set.</summary>
internal sealed partial class ConfigWarnings(ConfigLoadResult result, ILogger<ConfigWarnings> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var fileName = Path.GetFileName(result.Path);
        foreach (var warning in result.Warnings)
        {
            LogWarning(warning.Format(fileName), warning.Fix ?? "");
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(5001, LogLevel.Warning, "{Issue}. {Fix}")]
    private partial void LogWarning(string issue, string fix);
}
