using OpenClaw.Plugins;

namespace OpenClaw.TestPlugins;

public sealed class HazardService : IPluginService, IAsyncDisposable
{
    private readonly HazardPlan _plan;

    public HazardService(HazardPlan plan)
    {
        _plan = plan;
        plan.Reach("constructor");
    }

    public Task StartAsync(CancellationToken cancellationToken) => _plan.ReachAsync("start");

    public Task StopAsync(CancellationToken cancellationToken) => _plan.ReachAsync("stop");

    public ValueTask DisposeAsync()
    {
        _plan.Reach("dispose");
        return ValueTask.CompletedTask;
    }
}
