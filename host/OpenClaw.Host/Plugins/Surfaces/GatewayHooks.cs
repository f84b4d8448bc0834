using OpenClaw.Hooks;
using OpenClaw.Host.Plugins.Contributions;

namespace OpenClaw.Host.Plugins.Surfaces;

/// <summary>Tells hooks of plugins that the gateway serves, and that it is about to stop.</summary>
internal sealed class GatewayHooks(IPluginCatalog plugins)
{
    public Task StartedAsync() => TellAsync(static (hook, token) => hook.StartedAsync(token));

    public Task StoppingAsync() => TellAsync(static (hook, token) => hook.StoppingAsync(token));

    private Task TellAsync(Func<IGatewayHook, CancellationToken, Task> tell) =>
        plugins.Current.Hooks is { Gateway: { Length: > 0 } hooks } ? HookCalls.TellAsync(hooks, tell, CancellationToken.None) : Task.CompletedTask;
}
