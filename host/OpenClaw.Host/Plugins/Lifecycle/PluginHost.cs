using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Loading;
using OpenClaw.Host.Plugins.Manifests;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>Finds, loads, starts, stops and unloads plugins. One bad plugin costs itself and nothing else.</summary>
internal sealed class PluginHost(PluginEnvironment environment, IEnumerable<CoreClaim> coreClaims) : IPluginCatalog, IDisposable
{
    /// <summary>Loading is mostly reading files; a plugin that hangs holds one of these places for its deadline only.</summary>
    private const int ParallelLoads = 8;

    private readonly SemaphoreSlim _changes = new(1, 1);
    private readonly CoreClaim[] _coreClaims = [.. coreClaims];
    private volatile IReadOnlyList<PluginEntry> _entries = [];
    private volatile PluginSnapshot _current = PluginSnapshot.Empty;
    private List<PluginGeneration> _running = [];

    public PluginSnapshot Current => _current;

    public IReadOnlyList<PluginStatus> Plugins => [.. _entries.Select(static entry => entry.Status)];

    /// <summary>Brings up every plugin that may run. Returns when each one runs or has a reason not to.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _changes.WaitAsync(cancellationToken);
        try
        {
            environment.ShadowCopies.Clear();
            _entries = [.. PluginDiscovery.Find(environment.Options.Roots).Select(folder => new PluginEntry(folder, environment))];
            var usable = PluginChecks.Run(_entries, environment.Options);
            foreach (var id in environment.Options.ConfiguredIds.Except(_entries.Select(static entry => entry.Id), StringComparer.Ordinal))
                environment.Log.UnknownEntry(id);
            var loaded = await LoadAllAsync(usable, cancellationToken);
            var accepted = await SettleClaimsAsync(loaded);
            var started = await Task.WhenAll(accepted.Select(generation => StartServicesAsync(generation, cancellationToken)));
            _running = [.. started.OfType<PluginGeneration>()];
            Publish();
        }
        finally
        {
            _changes.Release();
        }
    }

    /// <summary>Stops one plugin, unloads its code and proves that it is gone.</summary>
    /// <returns>Whether such a plugin was running.</returns>
    public async Task<bool> UnloadAsync(string pluginId, CancellationToken cancellationToken)
    {
        await _changes.WaitAsync(cancellationToken);
        try
        {
            var index = _running.FindIndex(generation => generation.Entry.Id == pluginId);
            if (index < 0)
                return false;
            var generation = _running[index];
            _running.RemoveAt(index);
            Publish();
            await generation.StopAsync();
            await generation.UnloadAsync(cancellationToken);
            return true;
        }
        finally
        {
            _changes.Release();
        }
    }

    /// <summary>Stops every plugin, for the end of the process: nothing is left to prove then.</summary>
    public async Task StopAsync()
    {
        await _changes.WaitAsync(CancellationToken.None);
        try
        {
            var stopping = _running;
            _running = [];
            Publish();
            await Task.WhenAll(stopping.Select(static generation => generation.StopAsync()));
            stopping.ForEach(static generation => generation.DeleteCopy());
        }
        finally
        {
            _changes.Release();
        }
    }

    /// <summary>Notes a fault that was traced back to a plugin by its stack.</summary>
    public void Degrade(string pluginId, string where, PluginFault fault) =>
        _entries.FirstOrDefault(entry => entry.Id == pluginId && entry.Status.State != PluginState.Disabled)?.Degrade(where, fault);

    public void Dispose() => _changes.Dispose();

    private async Task<IReadOnlyList<PluginGeneration>> LoadAllAsync(IReadOnlyList<PluginEntry> entries, CancellationToken cancellationToken)
    {
        var deadline = environment.Clock.GetUtcNow() + environment.Options.TotalStartTimeout;
        using var places = new SemaphoreSlim(ParallelLoads);
        var loaded = await Task.WhenAll(entries.Select(async entry =>
        {
            await places.WaitAsync(cancellationToken);
            try
            {
                return await LoadAsync(entry, deadline - environment.Clock.GetUtcNow(), cancellationToken);
            }
            finally
            {
                places.Release();
            }
        }));
        return [.. loaded.OfType<PluginGeneration>()];
    }

    private async Task<PluginGeneration?> LoadAsync(PluginEntry entry, TimeSpan left, CancellationToken cancellationToken)
    {
        if (left <= TimeSpan.Zero)
        {
            entry.Fail($"Other plugins used up the {environment.Options.TotalStartTimeout.TotalSeconds:0} s the gateway waits for plugins at start.");
            return null;
        }

        var generation = new PluginGeneration(entry, number: 1, environment);
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

    // In order of discovery, so that who wins does not depend on who was faster.
    private async Task<IReadOnlyList<PluginGeneration>> SettleClaimsAsync(IReadOnlyList<PluginGeneration> loaded)
    {
        var claims = new ClaimTable(_coreClaims);
        List<PluginGeneration> accepted = [];
        foreach (var generation in loaded)
        {
            if (claims.Claim(generation.Entry.Id, generation.Contributions) is not { } reason)
            {
                accepted.Add(generation);
                continue;
            }

            generation.Entry.Fail(reason);
            await generation.DisposeAsync();
        }

        return accepted;
    }

    private static async Task<PluginGeneration?> StartServicesAsync(PluginGeneration generation, CancellationToken cancellationToken)
    {
        try
        {
            await generation.StartServicesAsync(cancellationToken);
            generation.Entry.Move(PluginState.Running);
            return generation;
        }
        catch (PluginLoadException exception)
        {
            generation.Entry.Fail(exception.Message);
            await generation.DisposeAsync();
            return null;
        }
    }

    private void Publish() => _current = PluginSnapshot.Of([.. _running.Select(static generation => generation.Contributions)], _current.Version + 1);
}
