using System.Text.Json.Serialization;

namespace OpenClaw.Host.Tools.Approvals.Rpc;

/// <summary>Details of an error about an approval.</summary>
internal sealed record ApprovalErrorDetails(
    string Reason, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Remediation = null);
