namespace OpenClaw.Host.Tools.Approvals;

/// <summary>The payload of <c>exec.approval.requested</c> in the third generation.</summary>
internal sealed record LegacyApprovalRequestedEvent(string Id, LegacyApprovalRequest Request, long CreatedAtMs, long ExpiresAtMs);
