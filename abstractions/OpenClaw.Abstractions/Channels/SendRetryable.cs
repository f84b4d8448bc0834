namespace OpenClaw.Channels;

/// <summary>Nothing was sent, and trying later can help.</summary>
/// <param name="Reason">What happened, for people; no secrets.</param>
/// <param name="RetryAfter">When the platform wants to be asked again, where it said so.</param>
public sealed record SendRetryable(string Reason, TimeSpan? RetryAfter = null) : SendOutcome;
