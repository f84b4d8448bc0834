using System.Collections.Frozen;
using OpenClaw.Host.Plugins.Surfaces;

namespace OpenClaw.Host.Plugins.Contributions;

/// <summary>What all running plugins offer at one moment. Take it once for each piece of work.</summary>
internal sealed class PluginSnapshot
{
    public static PluginSnapshot Empty { get; } = Of([], WaitingOffers.None, version: 0);

    /// <summary>Grows with every change, so that a reader can tell whether what it derived is still true.</summary>
    public required long Version { get; init; }

    /// <summary>By tool name.</summary>
    public required FrozenDictionary<string, ToolContribution> Tools { get; init; }

    /// <summary>By provider id.</summary>
    public required FrozenDictionary<string, AgentProviderContribution> Providers { get; init; }

    /// <summary>By the value of <c>models.providers.&lt;id&gt;.api</c>.</summary>
    public required FrozenDictionary<string, AgentApiContribution> Apis { get; init; }

    /// <summary>By channel id.</summary>
    public required FrozenDictionary<string, ChannelContribution> Channels { get; init; }

    public RouteTable<RouteContribution> Routes { get; init; } = RouteTable<RouteContribution>.Empty;

    /// <summary>By the method's name.</summary>
    public FrozenDictionary<string, MethodContribution> Methods { get; init; } = FrozenDictionary<string, MethodContribution>.Empty;

    /// <summary>By the command's name.</summary>
    public FrozenDictionary<string, CommandContribution> Commands { get; init; } = FrozenDictionary<string, CommandContribution>.Empty;

    /// <summary>Null while no plugin has hooks.</summary>
    public HookTable? Hooks { get; init; }

    /// <summary>What plugins would offer whose code is not loaded yet.</summary>
    public WaitingOffers Waiting { get; init; } = WaitingOffers.None;

    public static PluginSnapshot Of(IReadOnlyCollection<PluginContributions> contributions, WaitingOffers waiting, long version) => new()
    {
        Version = version,
        Waiting = waiting,
        Tools = contributions.SelectMany(static one => one.Tools).ToFrozenDictionary(static tool => tool.Name, StringComparer.Ordinal),
        Providers = contributions.SelectMany(static one => one.Providers).ToFrozenDictionary(static provider => provider.Id, StringComparer.Ordinal),
        Apis = contributions.SelectMany(static one => one.Apis).ToFrozenDictionary(static api => api.Api, StringComparer.Ordinal),
        Channels = contributions.SelectMany(static one => one.Channels).ToFrozenDictionary(static channel => channel.Descriptor.Id, StringComparer.Ordinal),
        Routes = RoutesOf(contributions),
        Methods = contributions.SelectMany(static one => one.Methods).ToFrozenDictionary(static method => method.Method.Name, StringComparer.Ordinal),
        Commands = contributions.SelectMany(static one => one.Commands).ToFrozenDictionary(static command => command.Command.Name, StringComparer.Ordinal),
        Hooks = HookTable.Of(contributions.SelectMany(static one => one.Hooks)),
    };

    private static RouteTable<RouteContribution> RoutesOf(IReadOnlyCollection<PluginContributions> contributions) =>
        contributions.All(static one => one.Routes.Count == 0)
            ? RouteTable<RouteContribution>.Empty
            : new([.. contributions.SelectMany(static one => one.Routes).Select(static route => (route.Path, route.IsPrefix, route))]);
}
