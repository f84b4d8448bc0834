using OpenClaw.Host.Scheduling.Jobs;

namespace OpenClaw.Host.Scheduling.Store;

/// <summary>Puts off jobs that keep failing; a success ends that.</summary>
internal static class CronBackoff
{
    public const int MaxRetriesOfSingleRuns = 3;

    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(60),
    ];

    /// <summary>The next moment of a job after a failure; nothing when it is given up.</summary>
    public static long? Next(CronJob job, long? scheduled, int consecutiveErrors, long now)
    {
        var retry = now + (long)Steps[Math.Min(consecutiveErrors, Steps.Length) - 1].TotalMilliseconds;
        if (job.RunsOnce)
            return consecutiveErrors <= MaxRetriesOfSingleRuns ? retry : null;
        return scheduled is { } next ? Math.Max(next, retry) : null;
    }
}
