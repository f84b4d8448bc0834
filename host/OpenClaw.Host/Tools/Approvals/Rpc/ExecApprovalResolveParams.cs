using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Tools.Approvals.Rpc;

/// <summary>Parameters of <c>exec.approval.resolve</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExecApprovalResolveParams
{
    [NonEmpty]
    public required string Id { get; init; }

    [NonEmpty]
    public required string Decision { get; init; }

    /// <summary>Taken and not trusted: who decides is who is connected.</summary>
    [JsonSchemaText(
        """
        {"type":"object","required":["channel","accountId","senderId"],"properties":{
          "channel":{"type":"string","minLength":1},"accountId":{"type":"string","minLength":1},"senderId":{"type":"string","minLength":1}
        },"additionalProperties":false}
        """)]
    public JsonElement? Reviewer { get; init; }

    [Range(1, 3650)]
    public long? GrantExpiresInDays { get; init; }
}
