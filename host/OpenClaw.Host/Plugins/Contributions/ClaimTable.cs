using OpenClaw.Host.Plugins.Manifests;
using OpenClaw.Host.Plugins.Surfaces;

namespace OpenClaw.Host.Plugins.Contributions;

/// <summary>Who has claimed which id. The first claim stands; a plugin with a second one is refused as a whole.</summary>
internal sealed class ClaimTable
{
    private const string Core = "the gateway";

    private readonly List<RouteContribution> _routes = [];
    private readonly Dictionary<(string Kind, string Id), string> _owners = [];

    public ClaimTable(IEnumerable<CoreClaim> core)
    {
        foreach (var claim in core)
            _owners.TryAdd((Label(claim.Kind), claim.Id), Core);
    }

    /// <returns>Null when every id was free and is now claimed, else the reason.</returns>
    public string? Claim(string pluginId, PluginContributions contributions)
    {
        (string Kind, string Id)[] wanted =
        [
            .. contributions.Tools.Select(static tool => (Label(PluginKind.Tool), tool.Name)),
            .. contributions.Providers.Select(static provider => (Label(PluginKind.AgentProvider), provider.Id)),
            .. contributions.Apis.Select(static api => ("provider api", api.Api)),
            .. contributions.Channels.Select(static channel => (Label(PluginKind.Channel), channel.Descriptor.Id)),
            .. contributions.Methods.Select(static method => (Label(PluginKind.Method), method.Method.Name)),
            .. contributions.Commands.Select(static command => (Label(PluginKind.Command), command.Command.Name)),
        ];
        foreach (var claim in wanted)
        {
            if (_owners.TryGetValue(claim, out var owner))
                return $"{claim.Kind} '{claim.Id}' already belongs to {owner}. Turn one of them off with plugins.entries.<id>.enabled = false.";
        }

        foreach (var route in contributions.Routes)
        {
            if (_routes.FirstOrDefault(other => IsConflict(route, other)) is { } taken)
                return $"route '{route}' overlaps '{taken}' of plugin {taken.PluginId}. Turn one of them off with plugins.entries.<id>.enabled = false.";
        }

        _routes.AddRange(contributions.Routes);
        foreach (var claim in wanted)
            _owners[claim] = $"plugin {pluginId}";
        return null;
    }

    // One path for two, or one that is open in the midst of one that is not.
    private static bool IsConflict(RouteContribution one, RouteContribution other) =>
        (one.Path == other.Path && one.IsPrefix == other.IsPrefix)
        || (one.Route.Authentication != other.Route.Authentication && one.Overlaps(other));

    private static string Label(PluginKind kind) => kind switch
    {
        PluginKind.Tool => "tool",
        PluginKind.AgentProvider => "model provider",
        PluginKind.Channel => "channel",
        _ => PluginKindNames.NameOf(kind),
    };
}
