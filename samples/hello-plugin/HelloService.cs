using Microsoft.Extensions.Logging;
using OpenClaw.Plugins;

namespace Hello;

/// <summary>Says hello when the plugin starts, and goodbye when it stops.</summary>
public sealed partial class HelloService(IPluginScope scope, ILogger<HelloService> logger) : IPluginService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Say(logger, "Hello", scope.Plugin.Generation);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Say(logger, "Goodbye", scope.Plugin.Generation);
        return Task.CompletedTask;
    }

    [LoggerMessage(1, LogLevel.Information, "{Word} from generation {Generation}.")]
    private static partial void Say(ILogger logger, string word, int generation);
}
