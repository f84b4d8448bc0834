namespace OpenClaw.Host.Security;

/// <summary>The limiter's answer to one attempt.</summary>
internal readonly record struct AttemptTicket
{
    /// <summary>False while the source is locked out: the credential must not even be compared.</summary>
    public required bool IsAdmitted { get; init; }

    /// <summary>How long the lockout lasts.</summary>
    public TimeSpan RetryAfter { get; init; }

    /// <summary>How long the refusal has to be held back if the attempt turns out wrong.</summary>
    public TimeSpan FailureDelay { get; init; }
}
