using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Agents;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Chat;

/// <summary>Parameters of <c>chat.send</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ChatSendParams
{
    /// <summary>The session.</summary>
    [Length(1, GatewayLimits.MaxSessionKeyLength)]
    public required string SessionKey { get; init; }

    /// <summary>What the person wrote; may be empty when something is attached.</summary>
    public required string Message { get; init; }

    /// <summary>Names the run; a repeat answers from memory.</summary>
    [NonEmpty]
    public required string IdempotencyKey { get; init; }

    /// <summary>The agent of the session.</summary>
    [NonEmpty]
    public string? AgentId { get; init; }

    /// <summary>Fails when the session is another one by now.</summary>
    [NonEmpty]
    public string? SessionId { get; init; }

    /// <summary>People named in the message.</summary>
    [Length(0, 10)]
    public IReadOnlyList<ChatMention>? Mentions { get; init; }

    /// <summary>What the person looks at.</summary>
    public ChatWorkContext? WorkContext { get; init; }

    /// <summary>What the message starts.</summary>
    public ChatIntent? Intent { get; init; }

    /// <summary>Thinking level for this run.</summary>
    public string? Thinking { get; init; }

    /// <summary>true, false or auto.</summary>
    [JsonSchemaText("""{"anyOf":[{"type":"boolean"},{"const":"auto"}]}""")]
    public JsonElement? FastMode { get; init; }

    /// <summary>When auto turns fast.</summary>
    [Range(1, GatewayLimits.MaxSafeInteger)]
    public long? FastAutoOnSeconds { get; init; }

    /// <summary>What happens while a run is busy.</summary>
    [AllowedValues("steer", "followup", "collect", "interrupt")]
    public string? QueueMode { get; init; }

    /// <summary>Sends the reply to a channel.</summary>
    public bool? Deliver { get; init; }

    /// <summary>Channel the message came from.</summary>
    public string? OriginatingChannel { get; init; }

    /// <summary>Receiver on that channel.</summary>
    public string? OriginatingTo { get; init; }

    /// <summary>Account of that channel.</summary>
    public string? OriginatingAccountId { get; init; }

    /// <summary>Thread of that channel.</summary>
    public string? OriginatingThreadId { get; init; }

    /// <summary>Message that is answered.</summary>
    [NonEmpty]
    public string? ReplyToId { get; init; }

    /// <summary>Files.</summary>
    public IReadOnlyList<ChatAttachment>? Attachments { get; init; }

    /// <summary>Tools of the client.</summary>
    [JsonSchemaText("""{"type":"object"}""")]
    public JsonElement? ToolBindings { get; init; }

    /// <summary>Longest run.</summary>
    [Range(0, GatewayLimits.MaxSafeInteger)]
    public long? TimeoutMs { get; init; }

    /// <summary>Where the message came from.</summary>
    public InputProvenance? SystemInputProvenance { get; init; }

    /// <summary>Proof of that.</summary>
    public string? SystemProvenanceReceipt { get; init; }

    /// <summary>Slash commands are plain text.</summary>
    public bool? SuppressCommandInterpretation { get; init; }

    /// <summary>Fails when the transcript went on.</summary>
    [JsonSchemaText("""{"type":["string","null"],"minLength":1}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement ExpectedLeafEntryId { get; init; }

    /// <summary>Fails when the session is routed otherwise by now.</summary>
    [NonEmpty]
    public string? ExpectedSessionRoutingContract { get; init; }

    /// <summary>Fails when permissions changed.</summary>
    [JsonSchemaText("""{"enum":["read-only","guarded","workspace","full",null]}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement ExpectedPermissionMode { get; init; }

    /// <summary>Fails when tools changed.</summary>
    [JsonSchemaText(
        """
        {"type":["object","null"],"properties":{
          "mcpServers":{"type":"object","additionalProperties":{"type":"boolean"}},
          "mcpToolsDeny":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string","minLength":1}}},
          "skills":{"type":"object","additionalProperties":{"type":"boolean"}},
          "webSearch":{"type":"boolean"}
        },"additionalProperties":false}
        """)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement ExpectedToolOverrides { get; init; }
}
