using OpenClaw.Host.Tools.Approvals.Documents;

namespace OpenClaw.Host.Tools.Approvals.Rpc;

/// <summary>Answer of <c>exec.approvals.get</c> and <c>exec.approvals.set</c>.</summary>
internal sealed record ExecApprovalsResult(string Path, bool Exists, string Hash, ApprovalsDocument File, ResolvedApprovalDefaults ResolvedDefaults);
