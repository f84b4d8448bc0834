using OpenClaw.Plugins;

namespace MyPlugin;

/// <summary>Works as long as the plugin runs. What goes through the scope ends with it.</summary>
public sealed class Worker(IPluginScope scope, Settings settings) : IPluginService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        scope.Run("work", WorkAsync);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task WorkAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(settings.IntervalSeconds), scope.Clock);
        do
        {
            await File.WriteAllTextAsync(Path.Combine(scope.StorageDirectory, "last-round"), scope.Clock.GetUtcNow().ToString("O"), stopping);
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }
}
