using System.Collections.Frozen;
using OpenClaw.Channels;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.IntegrationTests.Channels;

/// <summary>Plugins that offer channels of the given ids and nothing else.</summary>
internal sealed class DemoChannels(params string[] ids) : IPluginCatalog
{
    public PluginSnapshot Current { get; } = new()
    {
        Version = 1,
        Tools = PluginSnapshot.Empty.Tools,
        Providers = PluginSnapshot.Empty.Providers,
        Apis = PluginSnapshot.Empty.Apis,
        Channels = ids.ToFrozenDictionary(
            static id => id,
            static id => new ChannelContribution(new ChannelDescriptor { Id = id, Label = id.ToUpperInvariant() }, null!, null!),
            StringComparer.Ordinal),
    };

    public IReadOnlyList<PluginStatus> Plugins => [];
}
