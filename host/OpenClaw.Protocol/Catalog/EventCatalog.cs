using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace OpenClaw.Protocol.Catalog;

/// <summary>Every event: who may see it, and what happens to a receiver that lags.</summary>
public static class EventCatalog
{
    private const string PluginPrefix = "plugin.";

    private static readonly FrozenDictionary<string, EventEntry> ByName =
        Events.All.ToFrozenDictionary(entry => entry.Name, StringComparer.Ordinal);

    private static readonly NameTable Names = new(ByName.Keys);

    /// <summary>All events.</summary>
    public static ImmutableArray<EventEntry> All => ByName.Values;

    /// <summary>Looks an event up. Unlisted <c>plugin.*</c> names exist for operators who may write; other unlisted names do not exist.</summary>
    public static bool TryGet(string name, [MaybeNullWhen(false)] out EventEntry entry)
    {
        if (ByName.TryGetValue(name, out entry))
        {
            return true;
        }

        entry = name.StartsWith(PluginPrefix, StringComparison.Ordinal)
            ? new EventEntry(name, EventAudience.Operators, OperatorScopes.Write, DropIfSlow: false, ProtocolVersions.V4)
            : null;
        return entry is not null;
    }

    internal static string? Intern(ref Utf8JsonReader reader) => Names.Find(ref reader);
}
