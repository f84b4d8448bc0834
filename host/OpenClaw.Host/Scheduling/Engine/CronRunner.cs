using System.Globalization;
using OpenClaw.Host.Agents;
using OpenClaw.Host.Agents.Delivery;
using OpenClaw.Host.Agents.SystemEvents;
using OpenClaw.Host.Scheduling.Events;
using OpenClaw.Host.Scheduling.Jobs;
using OpenClaw.Host.Scheduling.Store;
using OpenClaw.Host.Scheduling.Wakes;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Scheduling.Engine;

/// <summary>Does what a run is for and ends it. What cannot be ended stays open and is taken up by the next process.</summary>
internal sealed partial class CronRunner(
    CronRunStore runs, CronTargets targets, AgentRuntime agents, WakeSignal wakes, CronEvents events, TimeProvider time, ILogger<CronRunner> logger,
    SessionRoutes lastRoutes, IDeliveryRoutes? routes = null)
{
    // A turn that nobody watches does not go on for ever.
    private const long LongestTurnMs = 60 * 60 * 1000;

    /// <summary>Never throws: this is the border of a run.</summary>
    public async Task RunAsync(CronRun run, CancellationToken cancellationToken)
    {
        try
        {
            var ending = run.Job.Payload.Kind == CronKinds.SystemEvent
                ? await TellAsync(run)
                : await runs.EndAsync(run, await AskAsync(run, cancellationToken), effect: null, CancellationToken.None);
            if (ending is null)
                return;
            events.Finished(ending);
            LogEnded(logger, run.RunId, ending.Entry.Status, ending.Entry.Error);
        }
        catch (OperationCanceledException)
        {
            LogLeft(logger, run.RunId);
        }
        catch (Exception error)
        {
            LogBroken(logger, run.RunId, error);
        }
    }

    private async Task<CronEnding?> TellAsync(CronRun run)
    {
        var wake = run.Job.WakeMode == CronKinds.WakeNow;
        CronEnding? ending;
        try
        {
            var key = targets.Of(run).Key;
            // The event and the end of the run are one: it is told once, or the run is still open.
            ending = await runs.EndAsync(
                run,
                CronOutcome.Ok(run.Job.Payload.Text),
                connection => SystemEventSql.Add(connection, key, run.Job.Payload.Text!, wake, time.UnixMs),
                CancellationToken.None);
        }
        catch (SessionKeyException error)
        {
            return await runs.EndAsync(run, CronOutcome.Failed(error.Message), effect: null, CancellationToken.None);
        }

        if (wake)
            wakes.Raise();
        return ending;
    }

    /// <exception cref="OperationCanceledException">The gateway stops; the agent's run is taken up when it is back.</exception>
    private async Task<CronOutcome> AskAsync(CronRun run, CancellationToken cancellationToken)
    {
        try
        {
            var ticket = await agents.FindAsync(run.AgentRunId, cancellationToken)
                ?? await agents.SubmitAsync(
                    new RunRequest(run.AgentRunId, targets.Of(run), RunSurface.Agent, await InputOfAsync(run.Job, cancellationToken)), cancellationToken);
            return OutcomeOf(await ticket.Completion.WaitAsync(cancellationToken));
        }
        catch (Exception refused) when (refused is RunRefusedException or SessionKeyException)
        {
            return CronOutcome.Failed(refused.Message);
        }
    }

    private async ValueTask<RunInput> InputOfAsync(CronJob job, CancellationToken cancellationToken) => new()
    {
        Message = string.Create(CultureInfo.InvariantCulture, $"[cron:{job.Id} {job.Name}] {job.Payload.Message}"),
        Model = job.Payload.Model,
        Fallbacks = job.Payload.Fallbacks,
        Thinking = job.Payload.Thinking,
        TimeoutMs = job.Payload.TimeoutSeconds is { } seconds ? (long)(Math.Min(seconds, int.MaxValue) * 1000) : LongestTurnMs,
        ClientId = "cron",
        IsBackground = true,
        Origin = RunOrigins.Cron,
        LightContext = job.Payload.LightContext is true,
        Route = await RouteOfAsync(job, cancellationToken),
    };

    /// <summary>Where the result goes; nowhere when the job does not say, or says something that is not there any more.</summary>
    private async ValueTask<ReplyRoute?> RouteOfAsync(CronJob job, CancellationToken cancellationToken)
    {
        if (job.AnnouncesToLast)
            return await lastRoutes.OfAsync(targets.MainOf(job).Key, cancellationToken);
        if (job.Announcement is not { } target || routes is null)
            return null;
        var route = routes.RouteOf(target.To, target.Channel, target.AccountId, target.ThreadId, out var problem);
        if (route is null)
            LogNoRoute(logger, job.Id, problem);
        return route is null ? null : route with { TellsFailures = false };
    }

    private static CronOutcome OutcomeOf(RunRecord run) => run.State == RunState.Done
        ? CronOutcome.Ok(run.Outcome?.Reply, run)
        : CronOutcome.Failed(run.Outcome?.Failure?.Message ?? $"the agent's run ended as {run.State}", run);

    [LoggerMessage(8010, LogLevel.Information, "Scheduled run {RunId} ended: {Status} {Error}")]
    private static partial void LogEnded(ILogger logger, string runId, string status, string? error);

    [LoggerMessage(8011, LogLevel.Information, "Scheduled run {RunId} is still open and goes on when the gateway is back.")]
    private static partial void LogLeft(ILogger logger, string runId);

    [LoggerMessage(8013, LogLevel.Warning, "The result of job {JobId} is not delivered: {Problem}")]
    private static partial void LogNoRoute(ILogger logger, string jobId, string? problem);

    [LoggerMessage(8012, LogLevel.Error, "Scheduled run {RunId} could not be ended; it stays open until the next start.")]
    private static partial void LogBroken(ILogger logger, string runId, Exception error);
}
