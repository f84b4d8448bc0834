namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>Holds one generation of a plugin alive for the length of a call or a run. Dispose it promptly.</summary>
internal sealed class PluginLease(PluginGate gate) : IDisposable
{
    private int _returned;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _returned, 1) == 0)
            gate.Return();
    }
}
