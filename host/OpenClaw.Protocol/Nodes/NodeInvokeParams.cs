using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Parameters of <c>node.invoke</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NodeInvokeParams
{
    /// <summary>The node.</summary>
    [NonEmpty]
    public required string NodeId { get; init; }

    /// <summary>The command.</summary>
    [NonEmpty]
    public required string Command { get; init; }

    /// <summary>What the command takes.</summary>
    public JsonElement? Params { get; init; }

    /// <summary>Longest wait for the node's answer.</summary>
    [Range(0, GatewayLimits.MaxSafeInteger)]
    public long? TimeoutMs { get; init; }

    /// <summary>Makes a repeated call harmless: it gets the answer of the first.</summary>
    [NonEmpty]
    public required string IdempotencyKey { get; init; }

    /// <summary>The session that wants it.</summary>
    [NonEmpty]
    public string? SessionKey { get; init; }

    /// <summary>The channel that wants it.</summary>
    public string? TurnSourceChannel { get; init; }

    /// <summary>The conversation on that channel.</summary>
    public string? TurnSourceTo { get; init; }

    /// <summary>The account on that channel.</summary>
    public string? TurnSourceAccountId { get; init; }

    /// <summary>The thread on that channel: text or number.</summary>
    [JsonSchemaText("""{"anyOf":[{"type":"string"},{"type":"number"}]}""")]
    public JsonElement? TurnSourceThreadId { get; init; }
}
