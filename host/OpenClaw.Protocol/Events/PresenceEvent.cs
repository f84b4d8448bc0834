using OpenClaw.Protocol.Connect;

namespace OpenClaw.Protocol.Events;

/// <summary>The whole presence list after a change.</summary>
public sealed record PresenceEvent
{
    /// <summary>All rows.</summary>
    public required IReadOnlyList<PresenceEntry> Presence { get; init; }
}
