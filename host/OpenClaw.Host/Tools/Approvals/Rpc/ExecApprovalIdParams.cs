using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Tools.Approvals.Rpc;

/// <summary>Parameters of <c>exec.approval.get</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExecApprovalIdParams
{
    [NonEmpty]
    public required string Id { get; init; }
}
