namespace OpenClaw.Host.Gateway.Dispatch;

/// <summary>Details of a call that named a user profile it cannot act as.</summary>
internal sealed record ProfileMismatchDetails
{
    public string Reason { get; init; } = "EXPECTED_PROFILE_MISMATCH";

    public string Execution { get; init; } = "not_started";
}
