namespace OpenClaw.Host.Tools.Approvals;

/// <summary>The request as the third generation knows it.</summary>
internal sealed record LegacyApprovalRequest(
    string Command, string? Cwd, string? Host, string? Security, string? Ask, string? AgentId, string? ResolvedPath, string? SessionKey)
{
    public static LegacyApprovalRequest Of(ApprovalRequest request) => new(
        request.Command, request.Cwd, request.Host, request.Security, request.Ask, request.AgentId, request.ResolvedPath, request.SessionKey);
}
