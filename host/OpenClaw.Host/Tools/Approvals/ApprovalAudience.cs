using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Tools.Approvals;

/// <summary>Who may see a request and decide about it.</summary>
/// <param name="ConnectionId">The connection that asks.</param>
/// <param name="DeviceId">The device that asks, where it is known.</param>
/// <param name="Reviewers">Devices that were named to decide.</param>
/// <param name="IsOpen">Whether everybody with the scope may, as the third generation has it.</param>
internal sealed record ApprovalAudience(string ConnectionId, string? DeviceId, IReadOnlyList<string> Reviewers, bool IsOpen)
{
    public bool MaySee(RpcCaller caller) =>
        caller.Role == Roles.Operator
        && caller.HasScope(OperatorScopes.Approvals)
        && (IsOpen || caller.HasScope(OperatorScopes.Admin) || IsRequester(caller) || IsReviewer(caller));

    /// <summary>Whether the request is brought to that connection. The one that asked knows already, except in the third generation.</summary>
    public bool IsTold(RpcCaller caller) => MaySee(caller) && (caller.ConnectionId != ConnectionId || caller.Protocol < ProtocolVersions.V4);

    /// <summary>Whether the same connection or device asks in both.</summary>
    public bool IsOfSameRequester(ApprovalAudience other) =>
        other.ConnectionId == ConnectionId || (DeviceId is not null && other.DeviceId == DeviceId);

    private bool IsRequester(RpcCaller caller) =>
        caller.ConnectionId == ConnectionId || (DeviceId is not null && caller.DeviceId == DeviceId);

    private bool IsReviewer(RpcCaller caller) => caller.DeviceId is { } device && Reviewers.Contains(device);
}
