using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Payload of <c>node.invoke.request</c>.</summary>
public sealed record NodeInvokeRequestEvent
{
    /// <summary>The invocation; the node's result names it.</summary>
    public required string Id { get; init; }

    /// <summary>The node.</summary>
    public required string NodeId { get; init; }

    /// <summary>The command.</summary>
    public required string Command { get; init; }

    /// <summary>What the command takes, as JSON text.</summary>
    [JsonPropertyName("paramsJSON")]
    public string? ParamsJson { get; init; }

    /// <summary>Time that is left for the answer.</summary>
    public long? TimeoutMs { get; init; }

    /// <summary>The caller's key.</summary>
    public string? IdempotencyKey { get; init; }
}
