namespace OpenClaw.Host.Tools.Approvals.Rpc;

/// <summary>The first of the two answers of a request in two phases.</summary>
internal sealed record ApprovalAccepted(string Id, long CreatedAtMs, long ExpiresAtMs)
{
    public string Status { get; } = "accepted";

    public string DeliveryRoute { get; } = "approval-client";
}
