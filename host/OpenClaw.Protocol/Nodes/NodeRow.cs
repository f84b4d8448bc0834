using System.Text.Json;

namespace OpenClaw.Protocol.Nodes;

/// <summary>A node: what it is, what it may be asked to do, and whether it is here.</summary>
public record NodeRow
{
    /// <summary>The node; the id of its device.</summary>
    public required string NodeId { get; init; }

    /// <summary>Its name for people.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The operating system.</summary>
    public string? Platform { get; init; }

    /// <summary>The node's own version.</summary>
    public string? Version { get; init; }

    /// <summary>The client it runs as.</summary>
    public string? ClientId { get; init; }

    /// <summary>The mode of that client.</summary>
    public string? ClientMode { get; init; }

    /// <summary>The kind of device.</summary>
    public string? DeviceFamily { get; init; }

    /// <summary>The model of the device.</summary>
    public string? ModelIdentifier { get; init; }

    /// <summary>Where it connects from, when that is another machine.</summary>
    public string? RemoteIp { get; init; }

    /// <summary>Capabilities in force.</summary>
    public required IReadOnlyList<string> Caps { get; init; }

    /// <summary>Commands that can be invoked now, in alphabetical order.</summary>
    public required IReadOnlyList<string> Commands { get; init; }

    /// <summary>Whether it can hold sessions.</summary>
    public bool? SessionHost { get; init; }

    /// <summary>What it told last of its machine.</summary>
    public NodeHostStats? HostStats { get; init; }

    /// <summary>Tools of plugins that it offers.</summary>
    public IReadOnlyList<JsonElement>? NodePluginTools { get; init; }

    /// <summary>What its operating system lets it do.</summary>
    public IReadOnlyDictionary<string, bool>? Permissions { get; init; }

    /// <summary>The node's executable search path.</summary>
    public string? PathEnv { get; init; }

    /// <summary>approved, pending-approval or unapproved.</summary>
    public string? ApprovalState { get; init; }

    /// <summary>The request to approve.</summary>
    public string? PendingRequestId { get; init; }

    /// <summary>Capabilities it asks for.</summary>
    public IReadOnlyList<string>? PendingDeclaredCaps { get; init; }

    /// <summary>Commands it asks for, in alphabetical order.</summary>
    public IReadOnlyList<string>? PendingDeclaredCommands { get; init; }

    /// <summary>Permissions it asks with.</summary>
    public IReadOnlyDictionary<string, bool>? PendingDeclaredPermissions { get; init; }

    /// <summary>When its present connection was made.</summary>
    public long? ConnectedAtMs { get; init; }

    /// <summary>When it connected last, while it is connected.</summary>
    public long? LastConnectedAtMs { get; init; }

    /// <summary>When it was heard last.</summary>
    public long? LastSeenAtMs { get; init; }

    /// <summary>What was heard then.</summary>
    public string? LastSeenReason { get; init; }

    /// <summary>When its commands were approved, or before that, its device.</summary>
    public long? ApprovedAtMs { get; init; }

    /// <summary>Whether it is the one at which somebody was active last; only told of nodes that say so.</summary>
    public bool? Active { get; init; }

    /// <summary>When somebody was active at it last.</summary>
    public long? LastActiveAtMs { get; init; }

    /// <summary>When it told so.</summary>
    public long? PresenceUpdatedAtMs { get; init; }

    /// <summary>Whether its device is approved.</summary>
    public required bool Paired { get; init; }

    /// <summary>Whether it has a connection.</summary>
    public required bool Connected { get; init; }
}
