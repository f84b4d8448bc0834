using System.Globalization;
using OpenClaw.Host.Scheduling.Jobs;

namespace OpenClaw.Host.Scheduling.Store;

/// <summary>A run that was written down and has not ended.</summary>
/// <param name="RunId">Its name.</param>
/// <param name="Job">The job as it was when the run began.</param>
/// <param name="RunAt">When it began, in milliseconds since 1970.</param>
/// <param name="Token">Chosen by chance, so that nobody can take the names made from it beforehand.</param>
internal sealed record CronRun(string RunId, CronJob Job, long RunAt, string Token)
{
    /// <summary>The run of the agent. It is the same after a restart, so that the agent is asked once.</summary>
    public string AgentRunId => NameOf(Job.Id, RunAt, Token);

    public static CronRun Due(CronJob job, long now)
    {
        var token = Guid.NewGuid().ToString();
        return new CronRun(NameOf(job.Id, now, token), job, now, token);
    }

    public static CronRun Manual(CronJob job, string runId, long now) => new(runId, job, now, Guid.NewGuid().ToString());

    private static string NameOf(string jobId, long at, string token) => string.Create(CultureInfo.InvariantCulture, $"cron:{jobId}:{at}:{token}");
}
