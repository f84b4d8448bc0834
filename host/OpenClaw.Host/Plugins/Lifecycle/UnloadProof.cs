namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>Collects until a load context is gone, or gives up. Unloading is co-operative, so asking for it proves nothing.</summary>
internal static class UnloadProof
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan RoundTimeout = TimeSpan.FromSeconds(5);

    /// <returns>Whether the context is gone.</returns>
    public static async Task<bool> RunAsync(WeakReference context, string pluginId, int generation, PluginEnvironment environment, CancellationToken cancellationToken)
    {
        for (var round = 0; round < environment.Options.UnloadRounds && context.IsAlive; round++)
        {
            if (round > 0)
                await Task.Delay(Pause, environment.Clock, cancellationToken);
            // A finalizer of the plugin may block; then this thread waits with it, and the host does not.
            await ((Task)PluginWorker.RunAsync($"plugin {pluginId}: unload", () => Collect(pluginId, generation), RoundTimeout, environment.Clock, late: null, cancellationToken))
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return !context.IsAlive;
    }

    private static bool Collect(string pluginId, int generation)
    {
        CacheSweeper.Sweep();
        TypeTableSweeper.Sweep(pluginId, generation);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return true;
    }
}
