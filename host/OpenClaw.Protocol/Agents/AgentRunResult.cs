using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Agents;

/// <summary>What an agent run produced.</summary>
public sealed record AgentRunResult
{
    /// <summary>Replies in order.</summary>
    public required IReadOnlyList<AgentReplyPayload> Payloads { get; init; }

    /// <summary>Facts about the run.</summary>
    public required AgentRunMeta Meta { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
