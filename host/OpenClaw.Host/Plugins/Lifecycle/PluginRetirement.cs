using OpenClaw.Host.Plugins.Leaks;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>Ends generations that serve no longer, beside those that do: calls inside them may take their time.</summary>
internal sealed class PluginRetirement(PluginEnvironment environment, Action<string, LeakReport> leaked) : IDisposable
{
    private readonly CancellationTokenSource _hurry = new();
    private readonly Lock _lock = new();
    private readonly List<Task> _ending = [];

    public void Add(PluginGeneration generation)
    {
        lock (_lock)
        {
            _ending.RemoveAll(static one => one.IsCompleted);
            _ending.Add(Task.Run(() => EndAsync(generation)));
        }
    }

    /// <summary>Waits for all of them, no longer than a stop of the process may take.</summary>
    public async Task FinishAsync()
    {
        await _hurry.CancelAsync();
        Task[] ending;
        lock (_lock)
            ending = [.. _ending];
        await Task.WhenAll(ending);
    }

    public void Dispose() => _hurry.Dispose();

    private async Task EndAsync(PluginGeneration generation)
    {
        try
        {
            await generation.StopAsync(environment.Options.RetireTimeout, _hurry.Token);
            await generation.UnloadAsync(_hurry.Token);
            if (generation.Entry.Status is { State: PluginState.Leaked, Leaks: [.., var leak] })
                leaked(generation.Entry.Id, leak);
        }
        catch (OperationCanceledException)
        {
            // The process ends: there is nothing left to prove.
            generation.DeleteCopy();
        }
        catch (Exception exception)
        {
            // The border of a background task: the generation has ended as far as it could.
            environment.Log.StopFailed(generation.Entry.Id, "retire", exception.Message);
        }
    }
}
