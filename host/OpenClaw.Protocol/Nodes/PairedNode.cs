namespace OpenClaw.Protocol.Nodes;

/// <summary>A node with what was approved of it.</summary>
public sealed record PairedNode
{
    /// <summary>The node.</summary>
    public required string NodeId { get; init; }

    /// <summary>What a node of the older list proves itself with; told once, to whoever approves it, and to whoever knows it.</summary>
    public string? Token { get; init; }

    /// <summary>The client it runs as.</summary>
    public string? ClientId { get; init; }

    /// <summary>The mode of that client.</summary>
    public string? ClientMode { get; init; }

    /// <summary>Its name for people.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The operating system.</summary>
    public string? Platform { get; init; }

    /// <summary>The node's own version.</summary>
    public string? Version { get; init; }

    /// <summary>The version of what the node is built on; only nodes of the older list say so.</summary>
    public string? CoreVersion { get; init; }

    /// <summary>The version of the node's interface; only nodes of the older list say so.</summary>
    public string? UiVersion { get; init; }

    /// <summary>The kind of device.</summary>
    public string? DeviceFamily { get; init; }

    /// <summary>The model of the device.</summary>
    public string? ModelIdentifier { get; init; }

    /// <summary>Where it connects from, when that is another machine.</summary>
    public string? RemoteIp { get; init; }

    /// <summary>Approved capabilities; a node of the older list may have said nothing.</summary>
    public IReadOnlyList<string>? Caps { get; init; }

    /// <summary>Approved commands; a node of the older list may have said nothing.</summary>
    public IReadOnlyList<string>? Commands { get; init; }

    /// <summary>Permissions it had then.</summary>
    public IReadOnlyDictionary<string, bool>? Permissions { get; init; }

    /// <summary>When something of it was approved first.</summary>
    public required long CreatedAtMs { get; init; }

    /// <summary>When this was approved.</summary>
    public required long ApprovedAtMs { get; init; }

    /// <summary>When it was heard last.</summary>
    public long? LastSeenAtMs { get; init; }

    /// <summary>What was heard then.</summary>
    public string? LastSeenReason { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(PairedNode)} {{ NodeId = {NodeId} }}";
}
