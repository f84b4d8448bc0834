using OpenClaw.Host.Scheduling.Jobs;
using OpenClaw.Host.Scheduling.Store;
using OpenClaw.Host.Sessions;

namespace OpenClaw.Host.Scheduling.Engine;

/// <summary>Finds the session of a run.</summary>
internal sealed class CronTargets(SessionKeyParser keys)
{
    /// <exception cref="SessionKeyException">The agent does not exist.</exception>
    public SessionAddress MainOf(CronJob job) => keys.Main(job.AgentId);

    /// <exception cref="SessionKeyException">The session or its agent does not exist.</exception>
    public SessionAddress Of(CronRun run)
    {
        var job = run.Job;
        return job.SessionTarget switch
        {
            CronKinds.Main => keys.Main(job.AgentId),
            // Each run has a conversation of its own.
            CronKinds.Isolated => keys.Parse($"cron:{job.Id}:run:{run.Token}", job.AgentId),
            CronKinds.Current => keys.Parse(job.SessionKey, job.AgentId),
            var target => keys.Parse(target[CronKinds.SessionPrefix.Length..], job.AgentId),
        };
    }
}
