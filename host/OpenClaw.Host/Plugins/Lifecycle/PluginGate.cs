using System.Diagnostics.CodeAnalysis;
using OpenClaw.Host.Plugins.Budgets;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>Counts the calls inside one generation. Once closed it lets nobody in and says when the last one has left.</summary>
/// <param name="pluginId">The plugin's.</param>
/// <param name="generation">Which of its generations.</param>
/// <param name="calls">Its limits; null where another gate holds to them.</param>
internal sealed class PluginGate(string pluginId, int generation, PluginCalls? calls = null)
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _leases;
    private bool _closed;

    public string PluginId { get; } = pluginId;

    public int Generation { get; } = generation;

    public PluginCalls Calls => calls ?? throw new InvalidOperationException($"The limits of {PluginId} are held elsewhere.");

    public int Leases
    {
        get
        {
            lock (_lock)
                return _leases;
        }
    }

    /// <param name="lease">Ends with everything it holds.</param>
    /// <param name="own">A lease that ends with this one.</param>
    public bool TryLease([NotNullWhen(true)] out PluginLease? lease, PluginLease? own = null)
    {
        lock (_lock)
        {
            lease = _closed ? null : new PluginLease(this, own);
            if (lease is not null)
                _leases++;
            return lease is not null;
        }
    }

    /// <summary>Refuses new calls from now on.</summary>
    /// <returns>Completes when the last call has left.</returns>
    public Task CloseAsync()
    {
        lock (_lock)
        {
            _closed = true;
            if (_leases == 0)
                _drained.TrySetResult();
        }

        return _drained.Task;
    }

    public void Return()
    {
        lock (_lock)
        {
            _leases--;
            if (_closed && _leases == 0)
                _drained.TrySetResult();
        }
    }
}
