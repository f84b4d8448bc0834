using System.Runtime.CompilerServices;
using OpenClaw.Host.Plugins.Budgets;
using OpenClaw.Host.Plugins.Building;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Leaks;
using OpenClaw.Host.Plugins.Loading;
using OpenClaw.Host.Plugins.Manifests;
using OpenClaw.Host.Plugins.Scopes;
using OpenClaw.Plugins;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>
/// One loaded instance of a plugin and the only owner of its objects: it loads, starts, stops and lets go of them. Every step
/// works on what the steps before have made, so a half-loaded generation is taken down the same way.
/// </summary>
internal sealed class PluginGeneration(PluginEntry entry, int number, PluginEnvironment environment) : IAsyncDisposable
{
    private readonly PluginGate _gate = new(entry.Id, number, new PluginCalls(entry, environment));
    private readonly List<IPluginService> _started = [];
    private IReadOnlyList<int> _threads = [];
    private string? _directory;
    private NativeLibraries? _nativeLibraries;
    private PluginLoadContext? _context;
    private PluginScope? _scope;
    private ServiceProvider? _container;
    private PluginRegistrations? _registrations;
    private PluginFactories? _factories;
    private PluginComposer? _composer;
    private SurfaceComposer? _surfaces;

    public PluginEntry Entry => entry;

    public int Number => number;

    /// <summary>Whether the worker that loads has come back, with or without success.</summary>
    public bool HasReturned { get; private set; } = true;

    public PluginContributions Contributions { get; private set; } = PluginContributions.None;

    /// <summary>Loads and configures on a thread of its own.</summary>
    /// <exception cref="PluginLoadException">It could not; <see cref="StopAsync(TimeSpan, CancellationToken)"/> and <see cref="UnloadAsync"/> clean up.</exception>
    public async Task LoadAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            await PluginWorker.RunAsync($"plugin {entry.Id}", Load, timeout, environment.Clock, late: () => _ = DisposeAsync().AsTask(), cancellationToken);
        }
        catch (TimeoutException)
        {
            HasReturned = false;
            var step = entry.Status.State == PluginState.Checked ? "loading" : "its constructor, Configure or the constructors of its services";
            throw new PluginLoadException($"It did not return from {step} within {timeout.TotalSeconds:0.#} s. Move I/O and waiting into a background service.");
        }
        catch (Exception exception) when (exception is not (PluginLoadException or OperationCanceledException))
        {
            throw new PluginLoadException(Reason(exception));
        }
    }

    public async Task StartServicesAsync(CancellationToken cancellationToken)
    {
        foreach (var create in _registrations!.Services)
        {
            try
            {
                var service = create(_container!);
                _started.Add(service);
                await PluginWorker.InvokeAsync($"plugin {entry.Id}: start", service.StartAsync, environment.Options.StartTimeout, environment.Clock, cancellationToken, _gate.Calls.Supervise());
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                throw new PluginLoadException(exception is TimeoutException
                    ? $"A background service did not start within {environment.Options.StartTimeout.TotalSeconds:0.#} s. Return from StartAsync once started."
                    : $"A background service did not start: {PluginFault.From(exception, environment.Secrets.Redact).Summary}");
            }
        }
    }

    /// <summary>Drains, stops and takes back everything. Never throws; what goes wrong is logged.</summary>
    /// <param name="drain">How long calls in flight may take.</param>
    /// <param name="hurry">Cuts that short.</param>
    public async Task StopAsync(TimeSpan drain, CancellationToken hurry)
    {
        entry.Move(PluginState.Draining);
        await DrainAsync(drain, hurry);
        using (var deadline = new CancellationTokenSource(environment.Options.StopTimeout, environment.Clock))
            await (_scope?.SignalAsync(deadline.Token) ?? Task.CompletedTask);
        await StopServicesAsync();
        await (_factories?.ReleaseAsync() ?? Task.CompletedTask);
        await (_scope?.EndWorkAsync(environment.Options.StopTimeout) ?? Task.CompletedTask);
        await DisposeContainerAsync();
        _scope?.Dispose();
        Release();
        entry.Move(PluginState.Stopped);
    }

    /// <summary>Unloads the code and proves that it is gone.</summary>
    public async Task UnloadAsync(CancellationToken cancellationToken)
    {
        if (BeginUnload() is not { } context)
            return;
        if (await UnloadProof.RunAsync(context, entry.Id, number, environment, cancellationToken))
        {
            _nativeLibraries?.FreeAll();
            entry.Move(PluginState.Unloaded);
        }
        else
        {
            var leak = await LeakScan.RunAsync(context, entry.Id, number, _threads, environment, cancellationToken);
            environment.Log.Leaked(entry.Id, number, leak.Summary);
            entry.NoteLeak(leak);
            entry.Move(PluginState.Leaked, $"Generation {number} has ended, but something still holds its code; its memory is not freed until the gateway restarts. {leak.Summary}");
        }

        ShadowCopy.Delete(_directory!);
    }

    /// <summary>Lets go of a generation that failed or came too late, without waiting for proof.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(environment.Options.DrainTimeout, CancellationToken.None);
        BeginUnload();
        if (_directory is not null)
            ShadowCopy.Delete(_directory);
    }

    /// <summary>Deletes the copy at the end of the process, where nothing is left to prove.</summary>
    public void DeleteCopy()
    {
        if (_directory is not null)
            ShadowCopy.Delete(_directory);
    }

    private PluginGeneration Load()
    {
        using var marked = _gate.Calls.Supervise();
        entry.Calls = _gate.Calls;
        environment.Watch(entry.Folder.Origin);
        _threads = PluginThreads.Ids();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var manifest = entry.Manifest;
        _directory = environment.ShadowCopies.Create(entry.Folder.Path, entry.Id, number);
        _nativeLibraries = new NativeLibraries(_directory);
        if (PluginPaths.Resolve(_directory, manifest.EntryAssembly, out var path) is { } problem)
            throw new PluginLoadException($"entryAssembly = '{manifest.EntryAssembly}': {problem}.");
        _context = new PluginLoadContext(entry.Id, number, path, _nativeLibraries);
        var type = PluginAssembly.LoadEntryType(_context, path, manifest);
        entry.Move(PluginState.Loaded, generation: number);
        _scope = new PluginScope(ScopeSettings(_directory));
        var builder = new PluginBuilder(_scope, manifest.Kinds, type.Assembly);
        ((IPlugin)Activator.CreateInstance(type)!).Configure(builder);
        _registrations = builder.Seal();
        _container = builder.Build();
        _factories = new PluginFactories(_gate, environment, _container, _registrations, _scope);
        _composer = new PluginComposer(_gate, _container, _factories, manifest.Offers, environment.Secrets.Redact);
        _surfaces = new SurfaceComposer(_gate, _container, manifest.Offers, environment, _scope.Stopping);
        Contributions = _surfaces.AddTo(_composer.Compose(_registrations), _registrations.Surfaces);
        foreach (var service in _registrations.Services)
            service(_container);
        entry.Move(PluginState.Configured);
        _gate.Calls.Measured(_context.SizeOnDisk + GC.GetAllocatedBytesForCurrentThread() - before);
        return this;
    }

    private PluginScopeSettings ScopeSettings(string directory) => new()
    {
        Plugin = new PluginInfo
        {
            Id = entry.Id,
            Version = entry.Manifest.Version.ToNormalizedString(),
            Name = entry.Manifest.Name,
            Generation = number,
        },
        Settings = entry.Input?.Settings ?? EmptySettings.Value,
        StorageDirectory = Path.Combine(environment.Options.DataDirectory, entry.Id),
        PluginDirectory = directory,
        Clock = environment.Clock,
        Loggers = environment.Loggers,
        Secrets = environment.Secrets,
        Events = new PluginEvents(entry.Id, () => environment.Events, environment.Clock),
        ReportFault = (where, exception) => entry.Fault(FaultKind.Background, where, exception),
        Slot = _gate.Calls.Slot,
    };

    private string Reason(Exception exception) =>
        $"It failed in {(entry.Status.State == PluginState.Checked ? "loading" : "its constructor or Configure")}: {PluginFault.From(exception, environment.Secrets.Redact).Summary}";

    private async Task DrainAsync(TimeSpan patience, CancellationToken hurry)
    {
        var drained = _gate.CloseAsync();
        await drained.WaitAsync(patience, environment.Clock, hurry).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!drained.IsCompleted)
            environment.Log.NotDrained(entry.Id, _gate.Leases);
    }

    private async Task StopServicesAsync()
    {
        for (var index = _started.Count - 1; index >= 0; index--)
            await TryAsync("service", _started[index].StopAsync);
        _started.Clear();
    }

    private Task DisposeContainerAsync() =>
        _container is { } container ? TryAsync("dispose", _ => container.DisposeAsync().AsTask()) : Task.CompletedTask;

    private async Task TryAsync(string step, Func<CancellationToken, Task> call)
    {
        try
        {
            await PluginWorker.InvokeAsync($"plugin {entry.Id}: stop", call, environment.Options.StopTimeout, environment.Clock, CancellationToken.None, _gate.Calls.Supervise());
        }
        catch (Exception exception)
        {
            environment.Log.StopFailed(entry.Id, step, PluginFault.From(exception, environment.Secrets.Redact).Summary);
        }
    }

    private void Release()
    {
        foreach (var release in (_composer?.Releases ?? []).Concat(_surfaces?.Releases ?? []))
            release();
        Contributions = PluginContributions.None;
        _composer = null;
        _surfaces = null;
        _factories = null;
        _registrations = null;
        _container = null;
        _scope = null;
    }

    // Apart and not inlined: a local of an async method may keep the context alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference? BeginUnload()
    {
        if (_context is not { } context)
            return null;
        _context = null;
        context.Unload();
        return new WeakReference(context);
    }
}
