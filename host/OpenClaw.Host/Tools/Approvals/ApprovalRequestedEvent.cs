namespace OpenClaw.Host.Tools.Approvals;

/// <summary>The payload of <c>exec.approval.requested</c>.</summary>
internal sealed record ApprovalRequestedEvent(string ApprovalKind, string Id, ApprovalRequest Request, long CreatedAtMs, long ExpiresAtMs);
