using OpenClaw.Host.Plugins.Crashes;

namespace OpenClaw.Host.Plugins.Budgets;

/// <summary>A call inside a plugin, until its code has really returned.</summary>
internal sealed class PluginPlace : IDisposable
{
    private readonly PluginCalls _calls;
    private readonly BootSlot _slot;
    private int _left;

    public PluginPlace(PluginCalls calls, BootSlot slot)
    {
        _calls = calls;
        _slot = slot;
        slot.Enter();
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _left, 1) != 0)
            return;
        _slot.Leave();
        _calls.Leave();
    }
}
