using System.Collections.Frozen;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Plugins.Manifests;

namespace OpenClaw.Host.Plugins.Contributions;

/// <summary>What plugins say in their manifests that they would bring, while their code is not loaded. Each name with its plugin's id.</summary>
internal sealed class WaitingOffers
{
    public static WaitingOffers None { get; } = new();

    public FrozenDictionary<string, string> Providers { get; private init; } = FrozenDictionary<string, string>.Empty;

    public FrozenDictionary<string, string> Apis { get; private init; } = FrozenDictionary<string, string>.Empty;

    public static WaitingOffers Of(IReadOnlyList<PluginEntry> entries)
    {
        var waiting = entries.Where(static entry => entry.Status.State == PluginState.Waiting).ToList();
        return waiting.Count == 0 ? None : new WaitingOffers
        {
            Providers = Table(waiting, static offers => offers.Providers),
            Apis = Table(waiting, static offers => offers.Apis),
        };
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
