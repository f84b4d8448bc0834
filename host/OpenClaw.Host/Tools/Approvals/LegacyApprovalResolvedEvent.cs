namespace OpenClaw.Host.Tools.Approvals;

/// <summary>The payload of <c>exec.approval.resolved</c> in the third generation.</summary>
internal sealed record LegacyApprovalResolvedEvent(string Id, string Decision, string? ResolvedBy, long Ts);
