using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Leaks;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>
/// Makes what runs match what there shall be. A new generation is loaded beside the old one, takes over in one step, and only
/// then the old one ends; when it fails, the old one goes on. One bad plugin costs itself and nothing else.
/// </summary>
internal sealed class PluginHost : IPluginCatalog, IDisposable
{
    private readonly PluginEnvironment _environment;
    private readonly PluginLoads _loads;
    private readonly PluginRetirement _retirement;
    private readonly CoreClaim[] _coreClaims;
    private readonly SemaphoreSlim _changes = new(1, 1);
    private readonly HashSet<string> _inUse = new(StringComparer.Ordinal);
    private PluginSelection _selection = PluginSelection.None;
    private List<PluginGeneration> _running = [];
    private volatile IReadOnlyList<PluginEntry> _entries = [];
    private volatile PluginSnapshot _current = PluginSnapshot.Empty;

    public PluginHost(PluginEnvironment environment, IEnumerable<CoreClaim> coreClaims)
    {
        _environment = environment;
        _loads = new PluginLoads(environment);
        _retirement = new PluginRetirement(environment, NoteLeak);
        _coreClaims = [.. coreClaims];
    }

    public event Func<CancellationToken, Task>? Changed;

    public PluginSnapshot Current => _current;

    public IReadOnlyList<PluginStatus> Plugins => [.. _entries.Select(static entry => entry.Status)];

    /// <summary>Brings up every plugin that may run and is needed. Returns when each one runs or has a reason not to.</summary>
    public Task StartAsync(PluginSelection selection, CancellationToken cancellationToken)
    {
        _environment.ShadowCopies.Clear();
        return ApplyAsync(selection, [], cancellationToken);
    }

    /// <summary>Makes the plugins match a selection. Those that need no change notice nothing.</summary>
    /// <param name="selection">What the configuration says now.</param>
    /// <param name="again">Plugins to load anew even if nothing of them changed.</param>
    /// <param name="cancellationToken">Gives up before anything is replaced.</param>
    /// <returns>What was done; the states say with which success.</returns>
    public async Task<IReadOnlyList<PluginChange>> ApplyAsync(
        PluginSelection selection, IReadOnlyCollection<string> again, CancellationToken cancellationToken)
    {
        await _changes.WaitAsync(cancellationToken);
        try
        {
            _selection = selection;
            _inUse.UnionWith(again);
            foreach (var id in again)
                _environment.Quarantine.Release(id);
            return await CarryOutAsync(new PluginPlan(_entries, _running, selection, _environment).Make(_inUse, again), cancellationToken);
        }
        finally
        {
            _changes.Release();
        }
    }

    /// <summary>What <see cref="ApplyAsync"/> would do.</summary>
    public async Task<IReadOnlyList<PluginChange>> PlanAsync(PluginSelection selection, CancellationToken cancellationToken)
    {
        await _changes.WaitAsync(cancellationToken);
        try
        {
            return new PluginPlan(_entries, _running, selection, _environment).Make(_inUse, []);
        }
        finally
        {
            _changes.Release();
        }
    }

    public async Task WakeAsync(string pluginId, CancellationToken cancellationToken)
    {
        await _changes.WaitAsync(cancellationToken);
        try
        {
            if (_inUse.Add(pluginId))
            {
                // Not the caller's token: a plugin that is half loaded helps nobody, and others may wait for it too.
                await CarryOutAsync(new PluginPlan(_entries, _running, _selection, _environment).Make(_inUse, []), CancellationToken.None);
            }
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
            _inUse.Remove(pluginId);
            Publish();
            await generation.StopAsync(_environment.Options.DrainTimeout, cancellationToken);
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
            await Task.WhenAll([_retirement.FinishAsync(), .. stopping.Select(generation => generation.StopAsync(_environment.Options.DrainTimeout, CancellationToken.None))]);
            stopping.ForEach(static generation => generation.DeleteCopy());
        }
        finally
        {
            _changes.Release();
        }
    }

    /// <summary>Notes an exception outside any call that its stack traced back to a generation.</summary>
    public void Stray(string pluginId, int generation, PluginFault fault)
    {
        const string Where = "a thread, timer or async void method";
        if (_entries.FirstOrDefault(entry => entry.Id == pluginId && entry.Status.State != PluginState.Disabled) is not { } entry)
            return;
        if (entry.Status.Generation == generation)
            entry.Fault(FaultKind.Unhandled, Where, fault);
        else
            entry.Degrade($"{Where} of generation {generation}, which has ended", fault);
    }

    public void Dispose()
    {
        _retirement.Dispose();
        _changes.Dispose();
    }

    private async Task<IReadOnlyList<PluginChange>> CarryOutAsync(IReadOnlyList<PluginChange> plan, CancellationToken cancellationToken)
    {
        foreach (var id in _selection.ConfiguredIds.Except(plan.Select(static change => change.Id), StringComparer.Ordinal))
            _environment.Log.UnknownEntry(id);
        foreach (var change in plan)
            change.Announce();

        var loaded = await _loads.LoadAsync([.. plan.Where(static change => change.Loads).Select(static change => change.Entry!)], cancellationToken);
        var accepted = await PluginAcceptance.SettleAsync(plan, loaded, _coreClaims, _environment.OneByOne, cancellationToken);
        var outcomes = plan.Select(change => PluginOutcome.Of(change, accepted)).ToList();

        _entries = [.. outcomes.Select(static outcome => outcome.Entry).OfType<PluginEntry>()];
        _running = [.. outcomes.Select(static outcome => outcome.Serving).OfType<PluginGeneration>()];
        Publish();
        // Before the old ones end: whoever holds something of theirs takes the new ones first.
        await TellAsync(cancellationToken);
        foreach (var old in outcomes.Select(static outcome => outcome.Retired).OfType<PluginGeneration>())
            _retirement.Add(old);
        return plan;
    }

    private void NoteLeak(string pluginId, LeakReport leak) => _entries.FirstOrDefault(entry => entry.Id == pluginId)?.NoteLeak(leak);

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        foreach (var handler in Changed?.GetInvocationList().Cast<Func<CancellationToken, Task>>() ?? [])
        {
            try
            {
                await handler(cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // One room that cannot follow must not keep the others, or the old generations, as they are.
                _environment.Log.FollowerFailed(exception);
            }
        }
    }

    private void Publish() => _current = PluginSnapshot.Of(
        [.. _running.Select(static generation => generation.Contributions)],
        WaitingOffers.Of(_entries),
        _current.Version + 1);
}
