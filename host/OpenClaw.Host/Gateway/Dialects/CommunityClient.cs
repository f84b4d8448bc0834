using System.Collections.Frozen;

namespace OpenClaw.Host.Gateway.Dialects;

/// <summary>A client that connected as community documents describe it, and the events it asked for.</summary>
internal sealed class CommunityClient(IEnumerable<string>? subscribed)
{
    private static readonly FrozenSet<string> Always = FrozenSet.ToFrozenSet(["tick", "shutdown"], StringComparer.Ordinal);

    private readonly FrozenSet<string>? _subscribed = subscribed?.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Without a list it hears everything; a name in the list stands for its family too.</summary>
    public bool Wants(string eventName) =>
        _subscribed is null
        || Always.Contains(eventName)
        || _subscribed.Contains(eventName)
        || (eventName.IndexOf('.') is > 0 and var cut && _subscribed.Contains(eventName[..cut]));
}
