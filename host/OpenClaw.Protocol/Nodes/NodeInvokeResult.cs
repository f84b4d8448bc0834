using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Answer of <c>node.invoke</c>.</summary>
public sealed record NodeInvokeResult
{
    /// <summary>Always true; failures are errors.</summary>
    public required bool Ok { get; init; }

    /// <summary>The node.</summary>
    public required string NodeId { get; init; }

    /// <summary>The command.</summary>
    public required string Command { get; init; }

    /// <summary>What the node gave.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public JsonElement? Payload { get; init; }

    /// <summary>The same as the text the node sent, when it sent text.</summary>
    [JsonPropertyName("payloadJSON")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? PayloadJson { get; init; }
}
