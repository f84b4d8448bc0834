using OpenClaw.Hooks;

namespace OpenClaw.Host.Plugins.Surfaces;

/// <summary>Asks hooks one by one. What goes wrong in one is logged and counted by its entrance.</summary>
internal static class HookCalls
{
    /// <returns>Null when it failed, took too long or is gone.</returns>
    public static async Task<TResult?> TryAskAsync<THook, TResult>(
        HookContribution hook, Func<THook, CancellationToken, Task<TResult>> ask, CancellationToken cancellationToken)
        where THook : IPluginHook
        where TResult : class
    {
        try
        {
            return await hook.Entrance.CallAsync((target, token) => ask((THook)target, token), cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A hook that fails is skipped.
            return null;
        }
    }

    /// <summary>Tells every one of them.</summary>
    public static async Task TellAsync<THook>(HookContribution[] hooks, Func<THook, CancellationToken, Task> tell, CancellationToken cancellationToken)
        where THook : IPluginHook
    {
        foreach (var hook in hooks)
        {
            await TryAskAsync<THook, object>(
                hook,
                async (target, token) =>
                {
                    await tell(target, token);
                    return hook;
                },
                cancellationToken);
        }
    }
}
