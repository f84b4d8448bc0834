using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Tests.Channels;

/// <summary>A catalogue of no plugins.</summary>
internal sealed class NoPlugins : IPluginCatalog
{
    public PluginSnapshot Current => PluginSnapshot.Empty;

    public IReadOnlyList<PluginStatus> Plugins => [];
}
