using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.IntegrationTests.Conformance;

/// <summary>A gateway without plugins.</summary>
internal sealed class NoPlugins : IPluginCatalog
{
    public PluginSnapshot Current => PluginSnapshot.Empty;

    public IReadOnlyList<PluginStatus> Plugins => [];
}
