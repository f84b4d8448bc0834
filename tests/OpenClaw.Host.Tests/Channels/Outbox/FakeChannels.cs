using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Tests.Channels.Outbox;

/// <summary>A catalog without plugins: the sender says which channels there are.</summary>
internal sealed class FakeChannels : IPluginCatalog
{
    public PluginSnapshot Current => PluginSnapshot.Empty;

    public IReadOnlyList<PluginStatus> Plugins => [];
}
