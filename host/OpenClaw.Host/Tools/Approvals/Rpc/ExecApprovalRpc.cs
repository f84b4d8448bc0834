using System.Text.Json;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Tools.Approvals.Rpc;

/// <summary>The <c>exec.approval.*</c> methods.</summary>
internal sealed class ExecApprovalRpc(ApprovalDesk desk, ApprovalLimits limits) : IRpcModule
{
    public void Register(RpcMethods methods) => methods
        .Add(MethodNames.ExecApprovalRequest, static () => ApprovalsJsonContext.Default.ExecApprovalRequestParams, static () => ApprovalsJsonContext.Default.ApprovalAnswer, RequestAsync)
        .Add(MethodNames.ExecApprovalList, static () => ProtocolJsonContext.Default.OpenParams, static () => ApprovalsJsonContext.Default.IReadOnlyListApprovalRow, List)
        .Add(MethodNames.ExecApprovalGet, static () => ApprovalsJsonContext.Default.ExecApprovalIdParams, static () => ApprovalsJsonContext.Default.ApprovalView, Get)
        .Add(MethodNames.ExecApprovalResolve, static () => ApprovalsJsonContext.Default.ExecApprovalResolveParams, static () => ApprovalsJsonContext.Default.ApprovalDone, ResolveAsync)
        .Add(MethodNames.ExecApprovalWaitDecision, static () => ApprovalsJsonContext.Default.ExecApprovalWaitParams, static () => ApprovalsJsonContext.Default.ApprovalAnswer, WaitAsync);

    private async ValueTask<ApprovalAnswer> RequestAsync(RpcCall call, ExecApprovalRequestParams parameters, CancellationToken cancellationToken)
    {
        var request = parameters.ToRequest() ?? throw RpcException.InvalidRequest($"invalid {call.Method} params: must have required property 'command'");
        if (JsonSerializer.SerializeToUtf8Bytes(request, ApprovalsJsonContext.Default.ApprovalRequest).Length > limits.MaxRequestBytes)
            throw RpcException.InvalidRequest($"invalid {call.Method} params: the request is larger than {limits.MaxRequestBytes} bytes; shorten the command");
        var caller = call.Caller;
        var audience = new ApprovalAudience(
            caller.ConnectionId, caller.DeviceId, parameters.ApprovalReviewerDeviceIds ?? [], IsOpen: caller.Protocol < ProtocolVersions.V4);
        PendingApproval pending;
        try
        {
            var timeout = parameters.TimeoutMs is { } ms ? TimeSpan.FromMilliseconds(Math.Min(ms, limits.MaxTimeout.TotalMilliseconds)) : (TimeSpan?)null;
            pending = await desk.SubmitAsync(parameters.Id ?? Guid.NewGuid().ToString(), request, audience, timeout, cancellationToken);
        }
        catch (ApprovalRefusedException refused)
        {
            throw Refused(call, refused);
        }

        var approval = pending.Approval;
        if (parameters.TwoPhase is true && !pending.Ended.IsCompleted)
            call.Acknowledge(new ApprovalAccepted(approval.Id, approval.CreatedAtMs, approval.ExpiresAtMs), ApprovalsJsonContext.Default.ApprovalAccepted);
        return ApprovalAnswer.Of(await EndOfAsync(pending, cancellationToken));
    }

    private ValueTask<IReadOnlyList<ApprovalRow>> List(RpcCall call, OpenParams parameters, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ApprovalRow>>(
            [.. desk.VisibleTo(call.Caller).Select(static one => new ApprovalRow(one.Id, one.Request, one.CreatedAtMs, one.ExpiresAtMs, "exec"))]);

    private ValueTask<ApprovalView> Get(RpcCall call, ExecApprovalIdParams parameters, CancellationToken cancellationToken)
    {
        if (desk.FindWaiting(call.Caller, parameters.Id) is not { Approval: var approval })
            throw Refused(call, new ApprovalRefusedException(ApprovalRefusal.NotFound, "unknown or expired approval id"));
        var request = approval.Request;
        return ValueTask.FromResult(new ApprovalView(
            approval.Id, request.Command, null, request.AllowedDecisions, request.Host, request.NodeId, request.AgentId, approval.ExpiresAtMs));
    }

    private async ValueTask<ApprovalDone> ResolveAsync(RpcCall call, ExecApprovalResolveParams parameters, CancellationToken cancellationToken)
    {
        if (!ApprovalDecisions.All.Contains(parameters.Decision))
            throw RpcException.InvalidRequest("invalid decision");
        try
        {
            await desk.ResolveAsync(call.Caller, parameters.Id, parameters.Decision, cancellationToken);
        }
        catch (ApprovalRefusedException refused)
        {
            throw Refused(call, refused);
        }

        return new ApprovalDone(Ok: true);
    }

    private async ValueTask<ApprovalAnswer> WaitAsync(RpcCall call, ExecApprovalWaitParams parameters, CancellationToken cancellationToken)
    {
        var id = parameters.Id.Trim();
        if (id.Length == 0)
            throw RpcException.InvalidRequest("id is required");
        var ended = desk.FindWaiting(call.Caller, id) is { } pending
            ? await EndOfAsync(pending, cancellationToken)
            : await desk.FindEndedAsync(call.Caller, id, cancellationToken)
                ?? throw RpcException.InvalidRequest("approval expired or not found", Details("APPROVAL_NOT_FOUND"));
        return ApprovalAnswer.Of(ended) with { TerminalReason = ended.TerminalReason };
    }

    private static async ValueTask<Approval> EndOfAsync(PendingApproval pending, CancellationToken cancellationToken)
    {
        try
        {
            return await pending.Ended.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw RpcException.Unavailable("the gateway is stopping; nothing was allowed, ask again when it is back", retryable: true);
        }
    }

    private static RpcException Refused(RpcCall call, ApprovalRefusedException refused) => refused.Reason switch
    {
        ApprovalRefusal.Full => RpcException.Unavailable(refused.Message, retryable: true),
        ApprovalRefusal.Invalid => RpcException.InvalidRequest(refused.Message),
        // The third generation knows one answer for both.
        _ when call.Caller.Protocol < ProtocolVersions.V4 => RpcException.InvalidRequest("unknown approval id"),
        ApprovalRefusal.AlreadyResolved => RpcException.InvalidRequest(refused.Message, Details("APPROVAL_ALREADY_RESOLVED")),
        _ => RpcException.InvalidRequest(
            refused.Message, Details("APPROVAL_NOT_FOUND", "Re-request the action; pending approvals are cleared after expiry or restart.")),
    };

    private static JsonElement Details(string reason, string? remediation = null) =>
        JsonSerializer.SerializeToElement(new ApprovalErrorDetails(reason, remediation), ApprovalsJsonContext.Default.ApprovalErrorDetails);
}
