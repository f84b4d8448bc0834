using OpenClaw.Host.Scheduling.Jobs;

namespace OpenClaw.Host.Scheduling.Store;

/// <summary>Works out what the end of a run means for its job.</summary>
internal static class JobEnd
{
    public static CronJob After(CronJob job, CronRun run, CronOutcome outcome, long now)
    {
        var errors = outcome.Status switch
        {
            CronKinds.Ok => 0,
            CronKinds.Error => (job.State.ConsecutiveErrors ?? 0) + 1,
            _ => job.State.ConsecutiveErrors ?? 0,
        };
        var next = NextOf(job, outcome, errors, now);
        var enabled = job.Enabled && !(job.RunsOnce && next is null);
        return job with
        {
            Enabled = enabled,
            UpdatedAtMs = now,
            State = job.State with
            {
                NextRunAtMs = enabled ? next : null,
                RunningAtMs = null,
                LastRunAtMs = run.RunAt,
                LastRunStatus = outcome.Status,
                LastStatus = outcome.Status,
                LastError = outcome.Error,
                LastDurationMs = now - run.RunAt,
                LastDeliveryStatus = DeliveryOf(job, outcome),
                LastFailureNotificationDeliveryStatus = CronKinds.NotRequested,
                ConsecutiveErrors = errors,
                ConsecutiveSkipped = outcome.Status == CronKinds.Skipped ? (job.State.ConsecutiveSkipped ?? 0) + 1 : 0,
            },
        };
    }

    public static CronRunEntry EntryOf(CronJob job, CronRun run, CronOutcome outcome, long now) => new()
    {
        Ts = now,
        JobId = job.Id,
        Status = outcome.Status,
        CompletionStatus = outcome.Status switch { CronKinds.Ok => "succeeded", CronKinds.Error => "failed", _ => "skipped" },
        Error = outcome.Error,
        Summary = outcome.Summary,
        RunId = run.RunId,
        RunAtMs = run.RunAt,
        DurationMs = now - run.RunAt,
        NextRunAtMs = job.State.NextRunAtMs,
        SessionKey = outcome.AgentRun?.SessionKey,
        SessionId = outcome.AgentRun?.SessionId,
        Model = outcome.AgentRun?.Outcome?.Model,
        Provider = outcome.AgentRun?.Outcome?.Provider,
        Usage = outcome.AgentRun?.Outcome?.Usage,
        DeliveryStatus = DeliveryOf(job, outcome),
        JobName = job.Name,
    };

    // The end of the run puts the result into the outbox; what becomes of it there is not known yet.
    private static string DeliveryOf(CronJob job, CronOutcome outcome) =>
        !job.WantsDelivery ? CronKinds.NotRequested
        : job.Webhook is not null && outcome.Status != CronKinds.Skipped ? CronKinds.Undecided
        : outcome is { IsOk: true, AgentRun.Input.Route: not null } ? CronKinds.Undecided
        : CronKinds.NotDelivered;

    private static long? NextOf(CronJob job, CronOutcome outcome, int errors, long now) => outcome.Status switch
    {
        _ when !job.Enabled => null,
        CronKinds.Error => CronBackoff.Next(job, job.State.NextRunAtMs, errors, now),
        _ when job.RunsOnce => null,
        _ => job.State.NextRunAtMs,
    };
}
