using OpenClaw.Host.Plugins.Surfaces;

namespace OpenClaw.Host.Plugins.Contributions;

/// <summary>Everything one generation offers.</summary>
internal sealed record PluginContributions
{
    public static PluginContributions None { get; } = new();

    public IReadOnlyList<ToolContribution> Tools { get; init; } = [];

    public IReadOnlyList<AgentProviderContribution> Providers { get; init; } = [];

    public IReadOnlyList<AgentApiContribution> Apis { get; init; } = [];

    public IReadOnlyList<ChannelContribution> Channels { get; init; } = [];

    public IReadOnlyList<RouteContribution> Routes { get; init; } = [];

    public IReadOnlyList<MethodContribution> Methods { get; init; } = [];

    public IReadOnlyList<CommandContribution> Commands { get; init; } = [];

    public IReadOnlyList<HookContribution> Hooks { get; init; } = [];
}
