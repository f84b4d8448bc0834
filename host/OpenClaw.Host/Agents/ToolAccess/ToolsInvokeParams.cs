using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Agents.ToolAccess;

/// <summary>Parameters of <c>tools.invoke</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ToolsInvokeParams
{
    [NonEmpty]
    public required string Name { get; init; }

    [JsonSchemaText("""{"type":"object"}""")]
    public JsonElement? Args { get; init; }

    [NonEmpty]
    public string? SessionKey { get; init; }

    [NonEmpty]
    public string? AgentId { get; init; }

    public bool? Confirm { get; init; }

    [Length(1, 512)]
    public string? IdempotencyKey { get; init; }

    [AllowedValues("direct-operator")]
    public string? ConversationReadOrigin { get; init; }
}
