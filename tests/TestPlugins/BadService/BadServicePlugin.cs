using OpenClaw.Plugins;

namespace OpenClaw.TestPlugins;

public sealed class BadServicePlugin : IPlugin
{
    public void Configure(IPluginBuilder builder) => builder.AddBackgroundService<BadService>();
}

/// <summary>Does what <c>hazard</c> in its settings says.</summary>
public sealed class BadService(IPluginScope scope) : IPluginService
{
    private readonly string _hazard = scope.Settings.TryGetProperty("hazard", out var hazard) ? hazard.GetString()! : "none";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        switch (_hazard)
        {
            case "start-throws":
                throw new InvalidOperationException("start of a test plugin");
            case "start-hangs":
                Thread.Sleep(Timeout.Infinite);
                break;
            case "loop-throws":
                scope.Run("pump", static _ => throw new InvalidOperationException("loop of a test plugin"));
                break;
            case "timer-throws":
                scope.Clock.CreateTimer(static _ => throw new InvalidOperationException("timer of a test plugin"), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
                break;
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _hazard switch
    {
        "stop-throws" => throw new InvalidOperationException("stop of a test plugin"),
        "stop-hangs" => new TaskCompletionSource().Task,
        _ => Task.CompletedTask,
    };
}
