namespace OpenClaw.Host.Gateway.Dispatch;

/// <summary>How a request ended; the tag of its measurement.</summary>
internal enum RequestOutcome
{
    Ok,
    Refused,
    Rejected,
    Failed,
    Cancelled,
}
