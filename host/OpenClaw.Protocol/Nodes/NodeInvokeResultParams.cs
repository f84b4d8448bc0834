using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Parameters of <c>node.invoke.result</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NodeInvokeResultParams
{
    /// <summary>The invocation.</summary>
    [NonEmpty]
    public required string Id { get; init; }

    /// <summary>The node.</summary>
    [NonEmpty]
    public required string NodeId { get; init; }

    /// <summary>Whether the command worked.</summary>
    public required bool Ok { get; init; }

    /// <summary>What it gave.</summary>
    public JsonElement? Payload { get; init; }

    /// <summary>What it gave, as JSON text.</summary>
    [JsonPropertyName("payloadJSON")]
    public string? PayloadJson { get; init; }

    /// <summary>Why it did not work.</summary>
    public NodeInvokeError? Error { get; init; }
}
