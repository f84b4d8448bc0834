namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary>Details of the error that a job does not exist.</summary>
internal sealed record CronJobMissing(string JobId)
{
    public string Code { get; } = "CRON_JOB_NOT_FOUND";
}
