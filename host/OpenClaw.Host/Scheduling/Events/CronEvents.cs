using System.Text.Json;
using OpenClaw.Host.Events;
using OpenClaw.Host.Scheduling.Jobs;
using OpenClaw.Host.Scheduling.Store;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Scheduling.Events;

/// <summary>Says what happens to jobs.</summary>
internal sealed class CronEvents(IEventPublisher publisher)
{
    public void Added(CronJob job) => Publish(Of(job, "added") with { NextRunAtMs = job.State.NextRunAtMs });

    public void Updated(CronJob job) => Publish(Of(job, "updated") with { NextRunAtMs = job.State.NextRunAtMs });

    public void Removed(CronJob job) => Publish(Of(job, "removed"));

    public void Started(CronRun run) => Publish(Of(run.Job, "started") with { RunAtMs = run.RunAt });

    public void Finished(CronEnding ending)
    {
        var entry = ending.Entry;
        Publish(Of(ending.Job, "finished") with
        {
            Status = entry.Status,
            CompletionStatus = entry.CompletionStatus,
            Error = entry.Error,
            Summary = entry.Summary,
            DeliveryStatus = entry.DeliveryStatus,
            SessionKey = entry.SessionKey,
            RunAtMs = entry.RunAtMs,
            DurationMs = entry.DurationMs,
            RunId = entry.RunId,
            NextRunAtMs = entry.NextRunAtMs,
        });
        if (ending.JobRemoved)
            Removed(ending.Job);
    }

    private static CronEvent Of(CronJob job, string action) => new() { JobId = job.Id, Action = action, Job = job };

    private void Publish(CronEvent payload) =>
        publisher.Publish(GatewayEvent.Create(EventNames.Cron, payload, SchedulingJsonContext.Default.CronEvent) with
        {
            // The third generation knows the event without the job in it.
            LegacyPayload = JsonSerializer.SerializeToUtf8Bytes(payload with { Job = null }, SchedulingJsonContext.Default.CronEvent),
        });
}
