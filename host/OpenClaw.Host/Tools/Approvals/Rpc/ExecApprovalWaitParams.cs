using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Host.Tools.Approvals.Rpc;

/// <summary>Parameters of <c>exec.approval.waitDecision</c>; unknown ones are ignored.</summary>
internal sealed record ExecApprovalWaitParams
{
    public required string Id { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
