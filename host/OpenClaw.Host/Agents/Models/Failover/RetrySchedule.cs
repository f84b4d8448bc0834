using OpenClaw.Agents;

namespace OpenClaw.Host.Agents.Models.Failover;

/// <summary>How often and when one model is asked again within one call.</summary>
internal sealed class RetrySchedule
{
    public const int MaxRateLimitRetries = 9;
    public const int MaxTransientRetries = 8;

    /// <summary>A far end that wants to be left alone for longer is left alone.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Cap = TimeSpan.FromSeconds(30);
    private int _failures;

    /// <summary>When to ask again; nothing where something else is to be tried.</summary>
    /// <param name="error">What went wrong.</param>
    /// <param name="saidSomething">Whether the answer had begun.</param>
    public TimeSpan? After(ModelException error, bool saidSomething)
    {
        var failure = FailureClasses.Of(error);
        var most = failure switch
        {
            FailureClass.RateLimit => MaxRateLimitRetries,
            // A cut or garbled answer is not asked for again once people have read its beginning.
            FailureClass.Transient when !saidSomething || error.Failure == ModelFailure.Overloaded => MaxTransientRetries,
            _ => 0,
        };
        if (_failures >= most || error.RetryAfter > LongestWait)
            return null;
        var longest = Math.Min(Cap.TotalSeconds, First.TotalSeconds * Math.Pow(2, _failures++));
        // Half of the time is left to chance, so that many runs do not come back in one moment.
        var delay = TimeSpan.FromSeconds((longest / 2) + (longest / 2 * Random.Shared.NextDouble()));
        return error.RetryAfter > delay ? error.RetryAfter : delay;
    }
}
