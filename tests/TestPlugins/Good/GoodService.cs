using Microsoft.Extensions.Logging;
using OpenClaw.Plugins;

namespace OpenClaw.TestPlugins;

/// <summary>Starts a loop, a timer it never disposes and a stopping action.</summary>
public sealed partial class GoodService(GoodState state) : IPluginService
{
    private int _ticks;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var scope = state.Scope;
        scope.Run("forever", token => Task.Delay(Timeout.InfiniteTimeSpan, scope.Clock, token));
        scope.Clock.CreateTimer(_ => _ticks++, null, TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(5));
        scope.Stopping.Register(() => _ticks = -1);
        scope.OnStopping(_ =>
        {
            File.WriteAllText(Path.Combine(scope.StorageDirectory, "stopping"), "");
            return Task.CompletedTask;
        });
        Started(state.Logger, new Greeting("log"));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1, LogLevel.Information, "Good service started: {Greeting}")]
    private static partial void Started(ILogger logger, Greeting greeting);
}
