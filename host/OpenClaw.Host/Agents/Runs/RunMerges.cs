using OpenClaw.Host.Agents.Events;
using OpenClaw.Host.Events;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Feed;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>Puts waiting messages into a run, and ends the runs they came as once that is on disk.</summary>
internal sealed partial class RunMerges(
    RunStore runs, ActiveRuns active, IEventPublisher publisher, SessionFeed feed, TimeProvider time, ILogger<RunMerges> logger)
{
    /// <summary>Says into a running run what waits to be said; afterwards it is in the transcript, and the next model call sees it.</summary>
    public async Task SteerAsync(ActiveRun run)
    {
        var taken = run.Mates?.TakeSteering() ?? [];
        if (taken.Count == 0)
            return;
        try
        {
            await runs.SteerAsync(run.Record, [.. taken.Select(static one => (one.Record, UserMessages.Of(one.Record)))], CancellationToken.None);
        }
        catch
        {
            run.Mates!.PutBack(taken);
            throw;
        }

        run.AddMerged(taken);
        LogSteered(logger, taken.Count, run.RunId);
    }

    /// <summary>Ends the runs that one answers for; it has stored that it does.</summary>
    public void Settle(ActiveRun into)
    {
        foreach (var one in into.TakeMerged())
            End(one, RunState.Merged, RunMerge.OutcomeOf(into.RunId));
    }

    /// <summary>Lets go of runs that were not answered: they stay stored and start with the next process.</summary>
    public void Abandon(ActiveRun into)
    {
        foreach (var one in into.TakeMerged())
        {
            active.Remove(one);
            one.Fail(new OperationCanceledException("The gateway is stopping; the message will be answered when it is back."));
        }
    }

    /// <summary>Ends a run that has made room for a newer one.</summary>
    public void Displaced(ActiveRun run, DisplacedRun displaced)
    {
        if (displaced.State == RunState.Aborted)
            LogDropped(logger, run.RunId, run.SessionKey);
        End(run, displaced.State, displaced.Outcome);
    }

    private void End(ActiveRun run, RunState state, RunOutcome outcome)
    {
        var ended = run.Record with { State = state, EndedAt = time.UnixMs, Outcome = outcome, MergedInto = outcome.MergedInto };
        run.Record = ended;
        active.Remove(run);
        new RunEvents(publisher, feed, time, ended).CancelledInQueue();
        run.Complete(ended);
    }

    [LoggerMessage(3031, LogLevel.Debug, "{Count} messages were said into run {RunId} while it worked.")]
    private static partial void LogSteered(ILogger logger, int count, string runId);

    [LoggerMessage(3032, LogLevel.Warning, "message queue full, dropping message: run {RunId} of session {SessionKey} (messages.queue.drop)")]
    private static partial void LogDropped(ILogger logger, string runId, string sessionKey);
}
