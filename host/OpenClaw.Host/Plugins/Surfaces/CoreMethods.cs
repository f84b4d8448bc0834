using System.Collections.Frozen;
using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Host.Plugins.Surfaces;

/// <summary>Which methods a plugin may not have: those of the protocol, and everything that begins with the same word.</summary>
internal static class CoreMethods
{
    // Made when the first plugin brings a method; most gateways never need it.
    private static readonly Lazy<FrozenSet<string>> Families = new(() => MethodCatalog.All
        .Where(static entry => (entry.Traits & MethodTraits.PluginProvided) == 0)
        .Select(static entry => FirstPart(entry.Name))
        .Append("plugin")
        .ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Names that the protocol has set aside for plugins are free.</summary>
    public static bool Owns(string method) =>
        MethodCatalog.TryGet(method, out var entry)
            ? (entry.Traits & MethodTraits.PluginProvided) == 0
            : Families.Value.Contains(FirstPart(method));

    private static string FirstPart(string method) => method.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? method[..dot] : method;
}
