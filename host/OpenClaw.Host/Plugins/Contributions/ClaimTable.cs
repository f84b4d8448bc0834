using OpenClaw.Host.Plugins.Manifests;

namespace OpenClaw.Host.Plugins.Contributions;

/// <summary>Who has claimed which id. The first claim stands; a plugin with a second one is refused as a whole.</summary>
internal sealed class ClaimTable
{
    private const string Core = "the gateway";

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
        ];
        foreach (var claim in wanted)
        {
            if (_owners.TryGetValue(claim, out var owner))
                return $"{claim.Kind} '{claim.Id}' already belongs to {owner}. Turn one of them off with plugins.entries.<id>.enabled = false.";
        }

        foreach (var claim in wanted)
            _owners[claim] = $"plugin {pluginId}";
        return null;
    }

    private static string Label(PluginKind kind) => kind switch
    {
        PluginKind.Tool => "tool",
        PluginKind.AgentProvider => "model provider",
        PluginKind.Channel => "channel",
        _ => PluginKindNames.NameOf(kind),
    };
}
