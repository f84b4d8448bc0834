namespace OpenClaw.Host.Tools.Approvals.Rpc;

/// <summary>A request in the answer of <c>exec.approval.list</c>.</summary>
internal sealed record ApprovalRow(string Id, ApprovalRequest Request, long CreatedAtMs, long ExpiresAtMs, string ApprovalKind);
