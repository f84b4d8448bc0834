using OpenClaw.Host.Plugins.Loading;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>Loads new generations side by side. One that fails says so in its entry and leaves nothing behind.</summary>
internal sealed class PluginLoads(PluginEnvironment environment)
{
    /// <summary>Loading is mostly reading files; a plugin that hangs holds one of these places for its deadline only.</summary>
    private const int Parallel = 8;

    // One number for each plugin that was ever loaded; ids come from folders of the owner.
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <returns>Those that could be loaded, in the order of the entries.</returns>
    public async Task<IReadOnlyList<PluginGeneration>> LoadAsync(IReadOnlyList<PluginEntry> entries, CancellationToken cancellationToken)
    {
        var deadline = environment.Clock.GetUtcNow() + environment.Options.TotalStartTimeout;
        using var places = new SemaphoreSlim(environment.OneByOne ? 1 : Parallel);
        var loaded = await Task.WhenAll(entries.Select(entry => LoadAsync(entry, NextNumber(entry.Id), places, deadline, cancellationToken)));
        return [.. loaded.OfType<PluginGeneration>()];
    }

    private async Task<PluginGeneration?> LoadAsync(
        PluginEntry entry, int number, SemaphoreSlim places, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            return await LoadAsync(entry, number, deadline - environment.Clock.GetUtcNow(), cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<PluginGeneration?> LoadAsync(PluginEntry entry, int number, TimeSpan left, CancellationToken cancellationToken)
    {
        if (left <= TimeSpan.Zero)
        {
            entry.Fail($"Other plugins used up the {environment.Options.TotalStartTimeout.TotalSeconds:0} s the gateway waits for plugins at start.");
            return null;
        }

        var generation = new PluginGeneration(entry, number, environment);
        try
        {
            var timeout = left < environment.Options.ConfigureTimeout ? left : environment.Options.ConfigureTimeout;
            await generation.LoadAsync(timeout, cancellationToken);
            return generation;
        }
        catch (PluginLoadException exception)
        {
            entry.Fail(exception.Message);
            // Only a worker that has returned can be cleaned up after; one that hangs does it itself, if it ever ends.
            if (generation.HasReturned)
                await generation.DisposeAsync();
            return null;
        }
    }

    private int NextNumber(string id)
    {
        var number = _numbers.GetValueOrDefault(id) + 1;
        _numbers[id] = number;
        return number;
    }
}
