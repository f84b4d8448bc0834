using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>Approvals, questions and grants.</summary>
internal static class ApprovalMethods
{
    public static readonly MethodEntry[] All =
    [
        Approvals(MethodNames.ExecApprovalGet, 1, V4),
        Approvals(MethodNames.ExecApprovalList, 1, V4),
        Approvals(MethodNames.ExecApprovalRequest, 1, V3),
        Approvals(MethodNames.ExecApprovalResolve, 1, V3),
        Approvals(MethodNames.ExecApprovalWaitDecision, 1, V4),
        Admin(MethodNames.ExecApprovalsGet, 1, V3),
        Admin(MethodNames.ExecApprovalsSet, 1, V3),
        Approvals("approval.get", 2, V4),
        Approvals("approval.history", 2, V4),
        Approvals("approval.resolve", 2, V4),
        Admin("exec.approvals.node.get", 2, V3),
        Admin("exec.approvals.node.set", 2, V3),
        Approvals("plugin.approval.list", 2, V4),
        Approvals("plugin.approval.request", 2, V4),
        Approvals("plugin.approval.resolve", 2, V4),
        Approvals("plugin.approval.waitDecision", 2, V4),
        Questions("question.get", 2, V4),
        Questions("question.list", 2, V4),
        Questions("question.request", 2, V4),
        Questions("question.resolve", 2, V4),
        Questions("question.waitAnswer", 2, V4),
        Admin("attach.grant", 3, V4, RateLimited),
        Admin("attach.revoke", 3, V4),
        Approvals("exec.approval.grants.list", 3, V4),
        Approvals("exec.approval.grants.revoke", 3, V4),
        Read("plugin.surface.refresh", 3, V4),
    ];
}
