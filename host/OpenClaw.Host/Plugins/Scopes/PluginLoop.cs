namespace OpenClaw.Host.Plugins.Scopes;

/// <summary>A loop a plugin gave to its scope: started again with back-off when it throws, until it returns or the scope ends.</summary>
internal sealed class PluginLoop(string name, Func<CancellationToken, Task> work, TimeProvider clock, Action<string, Exception> reportFault)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>A run at least this long counts as healthy again: the next pause is the first one.</summary>
    private static readonly TimeSpan HealthyAfter = TimeSpan.FromMinutes(2);

    public string Name { get; } = name;

    public async Task RunAsync(CancellationToken stopping)
    {
        var pause = FirstPause;
        while (!stopping.IsCancellationRequested)
        {
            var started = clock.GetTimestamp();
            if (await RunOnceAsync(stopping))
                return;
            if (clock.GetElapsedTime(started) >= HealthyAfter)
                pause = FirstPause;
            await Task.Delay(pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <returns>Whether the loop is done.</returns>
    private async Task<bool> RunOnceAsync(CancellationToken stopping)
    {
        try
        {
            await work(stopping);
            return true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return true;
        }
        catch (Exception exception)
        {
            reportFault($"loop {Name}", exception);
            return false;
        }
    }
}
