namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>Holds one generation of a plugin alive for the length of a call or a run. Dispose it promptly.</summary>
/// <param name="gate">Of the generation.</param>
/// <param name="own">Of the object, where it can end before its generation.</param>
internal sealed class PluginLease(PluginGate gate, PluginLease? own = null) : IDisposable
{
    private int _returned;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _returned, 1) != 0)
            return;
        own?.Dispose();
        gate.Return();
    }
}
