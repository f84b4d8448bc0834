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

    [JsonSchemaText(Object)]
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

    [JsonSchemaText(Object)]
    public JsonElement? ToolContext { get; init; }

    [AllowedValues("direct-operator")]
    public string? ConversationReadOrigin { get; init; }

    [NonEmpty]
    public required string IdempotencyKey { get; init; }
}
