namespace OpenClaw.Host.Tools.Approvals;

/// <summary>The payload of <c>exec.approval.resolved</c>.</summary>
internal sealed record ApprovalResolvedEvent(string Id, string Decision, string? ResolvedBy, long Ts, ApprovalRequest Request);
