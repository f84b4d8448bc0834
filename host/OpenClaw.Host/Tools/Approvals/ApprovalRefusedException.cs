namespace OpenClaw.Host.Tools.Approvals;

/// <summary>A request cannot be taken, or a decision not be made. The text is meant for the caller.</summary>
internal sealed class ApprovalRefusedException(ApprovalRefusal reason, string message) : Exception(message)
{
    public ApprovalRefusal Reason { get; } = reason;
}
