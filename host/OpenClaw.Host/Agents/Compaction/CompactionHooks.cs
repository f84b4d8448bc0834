using OpenClaw.Hooks;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Surfaces;
using OpenClaw.Identity;

namespace OpenClaw.Host.Agents.Compaction;

/// <summary>Tells hooks of plugins that a conversation is about to be summed up, and that it was.</summary>
internal sealed class CompactionHooks(IPluginCatalog? plugins = null)
{
    public Task BeforeAsync(string sessionKey, CancellationToken cancellationToken) =>
        TellAsync((hook, token) => hook.BeforeCompactionAsync(new SessionKey(sessionKey), token), cancellationToken);

    public Task AfterAsync(string sessionKey, CancellationToken cancellationToken) =>
        TellAsync((hook, token) => hook.AfterCompactionAsync(new SessionKey(sessionKey), token), cancellationToken);

    private Task TellAsync(Func<ISessionHook, CancellationToken, Task> tell, CancellationToken cancellationToken) =>
        plugins?.Current.Hooks is { Session: { Length: > 0 } hooks } ? HookCalls.TellAsync(hooks, tell, cancellationToken) : Task.CompletedTask;
}
