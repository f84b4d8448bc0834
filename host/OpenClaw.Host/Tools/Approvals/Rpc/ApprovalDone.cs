namespace OpenClaw.Host.Tools.Approvals.Rpc;

/// <summary>Answer of <c>exec.approval.resolve</c>.</summary>
internal sealed record ApprovalDone(bool Ok);
