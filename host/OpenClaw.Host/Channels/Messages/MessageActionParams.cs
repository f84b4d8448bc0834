using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Channels.Messages;

/// <summary>Parameters of <c>message.action</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MessageActionParams
{
    private const string Object = """{"type":"object"}""";

    [NonEmpty]
    public required string Channel { get; init; }

    [NonEmpty]
    public required string Action { get; init; }

    [JsonSchemaText(Object)]
    public required JsonElement Params { get; init; }

    [JsonSchemaText(
        """
        {"anyOf":[
          {"type":"object","required":["replyToId","source"],"properties":{"replyToId":{"type":"string","minLength":1},"source":{"const":"explicit"}},"additionalProperties":false},
          {"type":"object","required":["replyToId","source","mode"],"properties":{"replyToId":{"type":"string","minLength":1},"source":{"const":"implicit"},"mode":{"enum":["first","all"]}},"additionalProperties":false}
        ]}
        """)]
    public JsonElement? Reply { get; init; }

    public string? AccountId { get; init; }

    public string? RequesterAccountId { get; init; }

    public string? RequesterSenderId { get; init; }

    public bool? SenderIsOwner { get; init; }

    public string? SessionKey { get; init; }

    public string? SessionId { get; init; }

    [AllowedValues("user_request", "room_event")]
    public string? InboundTurnKind { get; init; }

    public string? AgentId { get; init; }

    [JsonSchemaText(
        """
        {"type":"object","properties":{
          "currentChannelId":{"type":"string"},"currentMessagingTarget":{"type":"string"},"currentGraphChannelId":{"type":"string"},
          "currentChannelProvider":{"type":"string"},"currentThreadTs":{"type":"string"},"currentMessageId":{"anyOf":[{"type":"string"},{"type":"number"}]},
          "replyToMode":{"enum":["off","first","all","batched"]},
          "hasRepliedRef":{"type":"object","required":["value"],"properties":{"value":{"type":"boolean"}},"additionalProperties":false},
          "sameChannelThreadRequired":{"type":"boolean"},"skipCrossContextDecoration":{"type":"boolean"}
        },"additionalProperties":false}
        """)]
    public JsonElement? ToolContext { get; init; }

    [AllowedValues("direct-operator")]
    public string? ConversationReadOrigin { get; init; }

    [NonEmpty]
    public required string IdempotencyKey { get; init; }
}
