using System.Reflection;
using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Plugins.Leaks;

/// <summary>
/// Finds out who holds a generation that does not go: a walk from known roots, breadth first, so that the shortest path is
/// found. It runs only when a plugin leaks, and sees what objects refer to; threads are told by name, GC handles not at all.
/// </summary>
internal sealed class LeakScan(LeakTarget target)
{
    private const int MaxObjects = 400_000;
    private const int MaxHolders = 5;

    // Whoever else holds it is usually near the first.
    private const int MaxObjectsMore = 5_000;

    private const int MaxDepth = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<Step> _open = [];
    private readonly LeakFields _fields = new();
    private readonly List<LeakHolder> _found = [];
    private readonly Dictionary<Assembly, bool> _own = [];
    private int _limit = MaxObjects;
    private bool _intoGateway;

    /// <param name="context">What should be gone.</param>
    /// <param name="pluginId">Whose it is.</param>
    /// <param name="generation">Which generation.</param>
    /// <param name="threads">Those that were there before the plugin was loaded.</param>
    /// <param name="environment">Has the host's services.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<LeakReport> RunAsync(
        WeakReference context, string pluginId, int generation, IReadOnlyList<int> threads, PluginEnvironment environment, CancellationToken cancellationToken)
    {
        IReadOnlyList<LeakHolder> holders = [];
        try
        {
            holders = await PluginWorker.RunAsync(
                $"leaks of {pluginId}",
                () => new LeakScan(new LeakTarget(context)).Find(environment.HostServices),
                Patience,
                environment.Clock,
                late: null,
                cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The walk reads private parts of a runtime that may change; without it the report says less.
            environment.Log.StopFailed(pluginId, "leak report", exception.Message);
        }

        return new LeakReport { Generation = generation, Holders = holders, Threads = PluginThreads.Since(threads) };
    }

    private List<LeakHolder> Find(IServiceProvider? services)
    {
        // Handlers of the gateway's own hang on the same events, and everything hangs on the gateway.
        Walk(LeakRoots.OfFramework());
        if (_found.Count > 0)
            return _found;
        _intoGateway = true;
        Walk(LeakRoots.OfGateway(services));
        return _found;
    }

    private void Walk(IEnumerable<(string Name, object Value)> roots)
    {
        foreach (var (name, value) in roots)
            Meet(value, new Step(value, name, From: null, Depth: 0));
        while (_found.Count < MaxHolders && _seen.Count < _limit && _open.TryDequeue(out var step))
        {
            if (step.Depth == MaxDepth)
                continue;
            foreach (var (name, value) in _fields.Of(step.Value))
                Meet(value, new Step(value, name, step, step.Depth + 1));
        }
    }

    private void Meet(object value, Step step)
    {
        if (!_intoGateway && IsOwn(value.GetType().Assembly) && target.Describe(value) is null)
            return;
        if (!value.GetType().IsValueType && !_seen.Add(value))
            return;
        if (target.Describe(value) is { } what)
        {
            var path = $"{step.Path} => {what}";
            _limit = Math.Min(_limit, _seen.Count + MaxObjectsMore);
            if (_found.Count < MaxHolders)
                _found.Add(new LeakHolder(path, LeakRules.For(path)));
            return;
        }

        _open.Enqueue(step);
    }

    private bool IsOwn(Assembly assembly)
    {
        if (!_own.TryGetValue(assembly, out var isOwn))
            _own[assembly] = isOwn = LeakRoots.IsOwn(assembly);
        return isOwn;
    }

    private sealed record Step(object Value, string Name, Step? From, int Depth)
    {
        public string Path => From is null ? Name : Name.StartsWith('[') ? $"{From.Path}{Name}" : $"{From.Path} > {Name}";
    }
}
