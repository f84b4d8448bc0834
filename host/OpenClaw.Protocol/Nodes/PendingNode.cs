namespace OpenClaw.Protocol.Nodes;

/// <summary>A node whose capabilities and commands wait to be approved; also the payload of <c>node.pair.requested</c>.</summary>
public sealed record PendingNode
{
    /// <summary>The request to approve or reject.</summary>
    public required string RequestId { get; init; }

    /// <summary>The node.</summary>
    public required string NodeId { get; init; }

    /// <summary>The client it runs as.</summary>
    public string? ClientId { get; init; }

    /// <summary>The mode of that client.</summary>
    public string? ClientMode { get; init; }

    /// <summary>What the node calls itself.</summary>
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

    /// <summary>Capabilities it declared; a node of the older list may say nothing.</summary>
    public IReadOnlyList<string>? Caps { get; init; }

    /// <summary>Commands it declared that this gateway would let it run; a node of the older list may say nothing.</summary>
    public IReadOnlyList<string>? Commands { get; init; }

    /// <summary>Scopes that whoever approves must hold; protocol 3 is not told.</summary>
    public IReadOnlyList<string>? RequiredApproveScopes { get; init; }

    /// <summary>Permissions it declared.</summary>
    public IReadOnlyDictionary<string, bool>? Permissions { get; init; }

    /// <summary>True for a node on the gateway's own machine, which nobody has to be woken for.</summary>
    public bool? Silent { get; init; }

    /// <summary>True when less was approved before.</summary>
    public bool? IsRepair { get; init; }

    /// <summary>When it asked.</summary>
    public required long Ts { get; init; }
}
