namespace OpenClaw.Host.Agents;

/// <summary>A run was not accepted. The text is meant for the caller.</summary>
internal sealed class RunRefusedException : Exception
{
    private RunRefusedException(string message, bool isOverload, TimeSpan? retryAfter)
        : base(message)
    {
        IsOverload = isOverload;
        RetryAfter = retryAfter;
    }

    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsOverload { get; }

    public TimeSpan? RetryAfter { get; }

    public static RunRefusedException Invalid(string message) => new(message, isOverload: false, retryAfter: null);

    public static RunRefusedException Busy(string message, TimeSpan retryAfter) => new(message, isOverload: true, retryAfter);
}
