using OpenClaw.Host.Scheduling.Jobs;

namespace OpenClaw.Host.Scheduling.Store;

/// <summary>What the end of a run left behind.</summary>
/// <param name="Entry">The run in the list of runs.</param>
/// <param name="Job">The job after it; as it was before when it is gone by now.</param>
/// <param name="JobRemoved">Whether the job went with its run.</param>
internal sealed record CronEnding(CronRunEntry Entry, CronJob Job, bool JobRemoved);
