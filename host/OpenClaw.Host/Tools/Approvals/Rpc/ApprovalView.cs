namespace OpenClaw.Host.Tools.Approvals.Rpc;

/// <summary>Answer of <c>exec.approval.get</c>.</summary>
internal sealed record ApprovalView(
    string Id, string CommandText, string? CommandPreview, IReadOnlyList<string> AllowedDecisions, string? Host, string? NodeId, string? AgentId,
    long ExpiresAtMs);
