namespace OpenClaw.Host.Plugins.Scopes;

/// <summary>Owns the loops of one scope.</summary>
internal sealed class PluginLoops(string pluginId, TimeProvider clock, Action<string, Exception> reportFault)
{
    private const int MaxLoops = 256;

    private readonly Lock _lock = new();
    private readonly Dictionary<PluginLoop, Task> _running = [];

    public void Start(string name, Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        var loop = new PluginLoop(name, work, clock, reportFault);
        lock (_lock)
        {
            if (_running.Count >= MaxLoops)
                throw new InvalidOperationException($"Plugin {pluginId} runs {MaxLoops} loops. Let one loop serve several jobs.");
            _running.Add(loop, Detached.Start(() => Task.Run(() => RunAsync(loop, stopping), CancellationToken.None)));
        }
    }

    public async Task WaitAsync(CancellationToken deadline)
    {
        KeyValuePair<PluginLoop, Task>[] running;
        lock (_lock)
            running = [.. _running];
        await Task.WhenAll(running.Select(static pair => pair.Value)).WaitAsync(deadline).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var (loop, _) in running.Where(static pair => !pair.Value.IsCompleted))
            reportFault($"loop {loop.Name}", new TimeoutException("It did not end when it was asked to."));
    }

    public void Clear()
    {
        lock (_lock)
            _running.Clear();
    }

    private async Task RunAsync(PluginLoop loop, CancellationToken stopping)
    {
        try
        {
            await loop.RunAsync(stopping);
        }
        finally
        {
            lock (_lock)
                _running.Remove(loop);
        }
    }
}
