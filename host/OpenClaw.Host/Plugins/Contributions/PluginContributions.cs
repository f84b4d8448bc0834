namespace OpenClaw.Host.Plugins.Contributions;

/// <summary>Everything one generation offers.</summary>
internal sealed record PluginContributions
{
    public static PluginContributions None { get; } = new();

    public IReadOnlyList<ToolContribution> Tools { get; init; } = [];

    public IReadOnlyList<AgentProviderContribution> Providers { get; init; } = [];

    public IReadOnlyList<AgentApiContribution> Apis { get; init; } = [];

    public IReadOnlyList<ChannelContribution> Channels { get; init; } = [];
}
