using OpenClaw.Agents;
using OpenClaw.Channels;
using OpenClaw.Plugins;
using OpenClaw.Tools;

namespace OpenClaw.Host.Plugins.Building;

/// <summary>What Configure registered, before any of it is created.</summary>
internal sealed class PluginRegistrations
{
    public List<Func<IServiceProvider, ITool>> Tools { get; } = [];

    public List<Func<IServiceProvider, IAgentProvider>> Providers { get; } = [];

    public List<Func<IServiceProvider, IPluginService>> Services { get; } = [];

    public SurfaceRegistrations Surfaces { get; } = new();

    public Dictionary<string, Func<IServiceProvider, AgentProviderSettings, IAgentProvider>> Apis { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (ChannelDescriptor Descriptor, Func<IServiceProvider, ChannelAccount, IChannel> Factory)> Channels { get; } =
        new(StringComparer.Ordinal);
}
