using System.Collections.Frozen;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Plugins.Manifests;
using OpenClaw.Host.Plugins.Surfaces;

namespace OpenClaw.Host.Plugins.Contributions;

/// <summary>What plugins say in their manifests that they would bring, while their code is not loaded. Each name with its plugin's id.</summary>
internal sealed class WaitingOffers
{
    public static WaitingOffers None { get; } = new();

    public FrozenDictionary<string, string> Providers { get; private init; } = FrozenDictionary<string, string>.Empty;

    public FrozenDictionary<string, string> Apis { get; private init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>By path.</summary>
    public RouteTable<string> Routes { get; private init; } = RouteTable<string>.Empty;

    public FrozenDictionary<string, string> Methods { get; private init; } = FrozenDictionary<string, string>.Empty;

    public FrozenDictionary<string, string> Commands { get; private init; } = FrozenDictionary<string, string>.Empty;

    public static WaitingOffers Of(IReadOnlyList<PluginEntry> entries)
    {
        var waiting = entries.Where(static entry => entry.Status.State == PluginState.Waiting).ToList();
        return waiting.Count == 0 ? None : new WaitingOffers
        {
            Providers = Table(waiting, static offers => offers.Providers),
            Apis = Table(waiting, static offers => offers.Apis),
            Routes = RoutesOf(waiting),
            Methods = Table(waiting, static offers => offers.Methods),
            Commands = Table(waiting, static offers => [.. offers.Commands.Select(static command => command.Name)]),
        };
    }

    private static RouteTable<string> RoutesOf(List<PluginEntry> waiting)
    {
        var routes =
            from entry in waiting
            from route in entry.Manifest.Offers?.Routes ?? []
            let isPrefix = route.EndsWith("/*", StringComparison.Ordinal)
            let path = RoutePath.Normalize(isPrefix ? route[..^2] : route)
            // What the plugin could not register must not take a path from anybody.
            where RoutePath.ProblemOf(path) is null && !ReservedPaths.Contains(path)
            group (path, isPrefix, entry.Id) by (path, isPrefix) into same
            select same.First();
        return new RouteTable<string>([.. routes]);
    }

    private static FrozenDictionary<string, string> Table(List<PluginEntry> waiting, Func<PluginOffers, IReadOnlyList<string>> names)
    {
        Dictionary<string, string> table = new(StringComparer.Ordinal);
        foreach (var entry in waiting)
        {
            foreach (var name in entry.Manifest.Offers is { } offers ? names(offers) : [])
                table.TryAdd(name, entry.Id);
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
