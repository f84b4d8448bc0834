using System.Text.Json;
using OpenClaw.Host.Events;
using OpenClaw.Host.Tools.Approvals.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Tools.Approvals;

/// <summary>Brings requests and decisions to those who may see them.</summary>
internal sealed class ApprovalEvents(IEventPublisher publisher)
{
    public void Requested(Approval approval)
    {
        var payload = new ApprovalRequestedEvent(
            "exec", approval.Id, approval.Request, approval.CreatedAtMs, approval.ExpiresAtMs);
        var legacy = new LegacyApprovalRequestedEvent(
            approval.Id, LegacyApprovalRequest.Of(approval.Request), approval.CreatedAtMs, approval.ExpiresAtMs);
        publisher.Publish(GatewayEvent.Create(EventNames.ExecApprovalRequested, payload, ApprovalsJsonContext.Default.ApprovalRequestedEvent) with
        {
            LegacyPayload = JsonSerializer.SerializeToUtf8Bytes(legacy, ApprovalsJsonContext.Default.LegacyApprovalRequestedEvent),
            IsFor = approval.Audience.IsTold,
        });
    }

    public void Resolved(Approval approval)
    {
        // To those who watch, no decision is a no.
        var decision = approval.Decision ?? ApprovalDecisions.Deny;
        var payload = new ApprovalResolvedEvent(approval.Id, decision, approval.ResolvedBy, approval.EndedAtMs!.Value, approval.Request);
        publisher.Publish(GatewayEvent.Create(EventNames.ExecApprovalResolved, payload, ApprovalsJsonContext.Default.ApprovalResolvedEvent) with
        {
            LegacyPayload = approval.Decision is null
                ? ReadOnlyMemory<byte>.Empty
                : JsonSerializer.SerializeToUtf8Bytes(
                    new LegacyApprovalResolvedEvent(approval.Id, decision, approval.ResolvedBy, approval.EndedAtMs.Value),
                    ApprovalsJsonContext.Default.LegacyApprovalResolvedEvent),
            IsFor = approval.Audience.IsTold,
        });
    }
}
