using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Parameters of <c>node.pair.request</c>, which only protocol 3 knows: a node asks, or is asked for, before it connects.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NodePairRequestParams
{
    /// <summary>The name under which the node is to be known.</summary>
    [NonEmpty]
    public required string NodeId { get; init; }

    /// <summary>What the node calls itself.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The operating system.</summary>
    public string? Platform { get; init; }

    /// <summary>The node's own version.</summary>
    public string? Version { get; init; }

    /// <summary>The version of what the node is built on.</summary>
    public string? CoreVersion { get; init; }

    /// <summary>The version of the node's interface.</summary>
    public string? UiVersion { get; init; }

    /// <summary>The kind of device.</summary>
    public string? DeviceFamily { get; init; }

    /// <summary>The model of the device.</summary>
    public string? ModelIdentifier { get; init; }

    /// <summary>Capabilities of the node.</summary>
    public IReadOnlyList<string>? Caps { get; init; }

    /// <summary>Commands of the node.</summary>
    public IReadOnlyList<string>? Commands { get; init; }

    /// <summary>Where the node is.</summary>
    public string? RemoteIp { get; init; }

    /// <summary>True when nobody is to be told.</summary>
    public bool? Silent { get; init; }
}
