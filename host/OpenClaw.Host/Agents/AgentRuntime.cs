using OpenClaw.Host.Agents.Lanes;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Agents.Runs;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Sessions.Feed;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents;

/// <summary>The way into the room: asks for runs, waits for them, ends them. A run goes on whether or not its caller does.</summary>
internal sealed partial class AgentRuntime(
    SessionLanes lanes,
    QueueModes modes,
    ActiveRuns active,
    RunStore runs,
    RunRecovery recovery,
    RunExecutor executor,
    RunMerges merges,
    ModelSelector models,
    SessionFeed feed,
    IConfigSource configuration,
    AgentLimits limits,
    TimeProvider time,
    ILogger<AgentRuntime> logger)
{
    /// <summary>What can be said against a request before anything is done for it.</summary>
    /// <exception cref="RunRefusedException">It asks for a model it may not have.</exception>
    public void Check(RunRequest request) => _ = models.Select(request.Session.AgentId, request.Input);

    /// <summary>Whether an owner's message is being answered in the session, and this one comes from somebody else.</summary>
    public bool IsTakenByOwner(RunRequest request) =>
        request.Surface == RunSurface.Channel && !request.Input.SenderIsOwner
        && active.Of(request.Session.Key).Any(run => run.RunId != request.RunId && run.Record.Input.SenderIsOwner);

    /// <summary>Stores a request and queues it. A repeated run id gives the run of the first request.</summary>
    /// <exception cref="RunRefusedException">The request cannot be taken.</exception>
    /// <exception cref="Sessions.Resets.SessionBusyException">A new conversation is asked for while runs have not ended.</exception>
    /// <exception cref="Sessions.SessionConflictException">The session is not as the request expects it.</exception>
    public async ValueTask<RunTicket> SubmitAsync(RunRequest request, CancellationToken cancellationToken)
    {
        if (await FindAsync(request.RunId, cancellationToken) is { } known)
            return Repeated(known, request);
        Check(request);
        request = await modes.DecideAsync(request, cancellationToken);
        using var place = lanes.Reserve(request);
        var displaced = DisplacedBy(ref request, place);
        // From here on the caller's patience does not count: a stored request must also be queued.
        var admission = await runs.AcceptAsync(request.ToOrder(displaced), CancellationToken.None);
        if (!admission.IsNew)
            return Repeated(TicketOf(admission.Run), request);
        var run = new ActiveRun(admission.Run);
        active.Add(run);
        // Told before the run can tell anything itself.
        if (admission.StartedOver is { } reason)
            feed.Changed(run.SessionKey, reason);
        feed.Changed(run.SessionKey, ChangeReasons.Send);
        place.Enqueue(run);
        if (displaced is not null)
            merges.Displaced(place.Displaced!, displaced);
        if (run.Mode == QueueMode.Interrupt)
            await InterruptAsync(run);
        return new RunTicket(admission.Run, IsNew: true, run.Completion);
    }

    private DisplacedRun? DisplacedBy(ref RunRequest request, LanePlace place)
    {
        if (place.Displaced is not { Record: var given })
            return null;
        if (configuration.Current.Messages.Queue.Drop != QueueDropPolicy.Summarize)
            return DisplacedRun.Dropped(given);
        request = request with { Input = request.Input with { LeftOut = LeftOutMessages.Of(given.Input) } };
        return DisplacedRun.Into(given, request.RunId);
    }

    /// <summary>Ends what stands between a message and its turn. It is stored already: nothing is lost if this is cut short.</summary>
    private async ValueTask InterruptAsync(ActiveRun newer)
    {
        var older = active.Of(newer.SessionKey).Where(run => run != newer && run.QueuedAt <= newer.QueuedAt && LaneRules.MayInterrupt(run.Record, newer.Record));
        await EndAsync(older, []);
    }

    /// <summary>A run of this or an earlier process, if its record is still kept.</summary>
    public async ValueTask<RunTicket?> FindAsync(string runId, CancellationToken cancellationToken)
    {
        if (active.TryGet(runId, out var run))
            return new RunTicket(run.Record, IsNew: false, run.Completion);
        return await runs.FindAsync(runId, cancellationToken) is { } stored ? TicketOf(stored) : null;
    }

    /// <summary>Ends a session's runs, those that wait first, or only the one named. Gives the ids of those that it ended.</summary>
    public ValueTask<IReadOnlyList<string>> AbortAsync(string sessionKey, string? runId, CancellationToken cancellationToken) =>
        AbortAsync(active.Of(sessionKey).Where(run => runId is null || run.RunId == runId), cancellationToken);

    /// <summary>Ends a session's runs but for that of the request itself, which an earlier copy of it may have brought about.</summary>
    public ValueTask<IReadOnlyList<string>> AbortForAsync(RunRequest request, CancellationToken cancellationToken) =>
        AbortAsync(active.Of(request.Session.Key).Where(run => run.RunId != request.RunId), cancellationToken);

    /// <summary>Ends the run at work in a session; those that wait go on.</summary>
    public ValueTask<IReadOnlyList<string>> AbortRunningAsync(string sessionKey, CancellationToken cancellationToken) =>
        AbortAsync(RunningIn(sessionKey) is { } run ? [run] : [], cancellationToken);

    private async ValueTask<IReadOnlyList<string>> AbortAsync(IEnumerable<ActiveRun> candidates, CancellationToken cancellationToken)
    {
        var runs = candidates.ToList();
        var ended = new List<ActiveRun>();
        await EndAsync(runs, ended);
        // Also those that somebody else has ended and that are not stored as such yet.
        await SettledAsync(runs, cancellationToken);
        return [.. ended.Select(static run => run.RunId)];
    }

    private async ValueTask EndAsync(IEnumerable<ActiveRun> candidates, List<ActiveRun> ended)
    {
        foreach (var run in candidates.OrderByDescending(static run => run.Record.State == RunState.Accepted).ToList())
        {
            if (!run.TryEnd(RunEnding.Aborted))
                continue;
            ended.Add(run);
            if (lanes.TryRemove(run))
                await executor.SettleUnstartedAsync(run);
        }
    }

    /// <summary>The answer in progress of a session, if one is.</summary>
    public ActiveRun? RunningIn(string sessionKey) => active.Of(sessionKey).FirstOrDefault(static run => run.Record.State == RunState.Running);

    /// <summary>Settles what an earlier process left: interrupted runs are marked, accepted ones start now.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        foreach (var record in await recovery.RecoverAsync(cancellationToken))
        {
            LogResumed(logger, record.RunId, record.SessionKey);
            var run = new ActiveRun(record);
            active.Add(run);
            lanes.Requeue(run);
        }
    }

    /// <summary>Takes nothing more, lets the runs at work finish, and cuts them off when the time given is over.</summary>
    /// <param name="patience">Cancelled when the runs have had their time.</param>
    public async Task StopAsync(CancellationToken patience)
    {
        var drained = lanes.StopAsync();
        foreach (var run in active.All.Where(static run => run.Record.State == RunState.Accepted))
        {
            if (run.TryEnd(RunEnding.Stopping) && lanes.TryRemove(run))
                await executor.SettleUnstartedAsync(run);
        }

        try
        {
            await drained.WaitAsync(patience);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            foreach (var run in active.All.Where(static run => run.Record.State == RunState.Running))
            {
                LogCutOff(logger, run.RunId);
                run.TryEnd(RunEnding.Stopping);
            }

            await drained;
        }
    }

    // A key that comes back with something else is a mistake or a guess; answering it would lose the one and reward the other.
    private static RunTicket Repeated(RunTicket ticket, RunRequest request) => request.Repeats(ticket.Run)
        ? ticket
        : throw RunRefusedException.Invalid("idempotencyKey was already used for a different request; send a new one with a fresh key");

    private static RunTicket TicketOf(RunRecord stored) => new(stored, IsNew: false, Task.FromResult(stored));

    private async ValueTask SettledAsync(List<ActiveRun> ended, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(ended.Select(static run => run.Completion)).WaitAsync(limits.AbortPatience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // They were told to stop and said so; what is left is only to be stored.
        }
    }

    [LoggerMessage(3021, LogLevel.Information, "Run {RunId} of session {SessionKey} was accepted before the restart and starts now.")]
    private static partial void LogResumed(ILogger logger, string runId, string sessionKey);

    [LoggerMessage(3022, LogLevel.Warning, "Run {RunId} did not finish in time and is cut off, because the gateway stops.")]
    private static partial void LogCutOff(ILogger logger, string runId);
}
