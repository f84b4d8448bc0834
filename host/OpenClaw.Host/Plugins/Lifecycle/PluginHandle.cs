using System.Diagnostics.CodeAnalysis;
using OpenClaw.Host.Plugins.Budgets;
using OpenClaw.Plugins;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>
/// The host's only reference to an object of a plugin. It is emptied when the generation ends, so whoever still keeps the
/// handle keeps no code of the plugin.
/// </summary>
/// <param name="gate">Of the generation.</param>
/// <param name="target">The plugin's object.</param>
/// <param name="own">Counts the calls of this object, where it can end before its generation.</param>
internal sealed class PluginHandle<T>(PluginGate gate, T target, PluginGate? own = null)
    where T : class
{
    private T? _target = target;

    public string PluginId => gate.PluginId;

    public int Generation => gate.Generation;

    public PluginCalls Calls => gate.Calls;

    /// <summary>Enters the generation. False when it has stopped or is stopping.</summary>
    public bool TryLease([NotNullWhen(true)] out PluginLease? lease, [NotNullWhen(true)] out T? value)
    {
        value = null;
        lease = null;
        PluginLease? inner = null;
        if (own is not null && !own.TryLease(out inner))
            return false;
        if (!gate.TryLease(out lease, inner))
        {
            inner?.Dispose();
            return false;
        }

        value = Volatile.Read(ref _target);
        if (value is not null)
            return true;
        lease.Dispose();
        lease = null;
        return false;
    }

    /// <summary>Enters the generation, or says that it is gone.</summary>
    public PluginLease Lease(out T value) =>
        TryLease(out var lease, out var target)
            ? Take(lease, target, out value)
            : throw Stopped();

    public PluginStoppedException Stopped() => new($"Plugin {PluginId} (generation {Generation}) has stopped and takes no more calls.");

    public void Release() => Volatile.Write(ref _target, null);

    private static PluginLease Take(PluginLease lease, T target, out T value)
    {
        value = target;
        return lease;
    }
}
