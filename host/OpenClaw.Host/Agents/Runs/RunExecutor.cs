using OpenClaw.Agents;
using OpenClaw.Host.Agents.Delivery;
using OpenClaw.Host.Agents.Events;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Agents.SystemEvents;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Events;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Feed;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>Takes a run from its start to its end. Whatever happens, the run ends, is stored once and said once.</summary>
internal sealed partial class RunExecutor(
    RunLoop loop,
    RunSettlement settlement,
    RunMerges merges,
    RunStore runs,
    ActiveRuns active,
    ModelSelector models,
    IConfigSource configuration,
    IEventPublisher publisher,
    SessionFeed feed,
    SessionStore sessions,
    AgentsMetrics metrics,
    TimeProvider time,
    ILogger<RunExecutor> logger,
    IRunSigns? signs = null,
    RunHooks? hooks = null)
{
    // A person in a chat has given up long before the limit for programs.
    private static readonly TimeSpan InChats = TimeSpan.FromMinutes(10);

    /// <summary>Never throws: this is the border of a lane's loop.</summary>
    public async Task ExecuteAsync(ActiveRun run)
    {
        var events = new RunEvents(publisher, feed, time, run.Record);
        var progress = new RunProgress();
        try
        {
            if (run.Ending != RunEnding.None)
            {
                await settlement.CancelledAsync(run, events);
                return;
            }

            events.Status(RunPhases.PreparingWorkspace);
            events.Status(RunPhases.PreparingContext);
            run.Record = await BeginAsync(run);
            merges.Settle(run);
            metrics.Started(run.Record);
            await using var sign = run.Sign = signs?.Begin(run.Record);
            await WorkAsync(run, events, progress);
            if (hooks is not null)
                await hooks.AfterAsync(run, progress);
        }
        catch (Exception error)
        {
            // Nothing below this may reach the lane: the session would stand still for good.
            LogBroken(logger, run.RunId, error);
            await FailSafelyAsync(run, events, progress);
        }
        finally
        {
            merges.Abandon(run);
            Leave(run);
        }
    }

    /// <summary>Ends a run that was told to stop before it started. Never throws.</summary>
    public async Task SettleUnstartedAsync(ActiveRun run)
    {
        try
        {
            await settlement.CancelledAsync(run, new RunEvents(publisher, feed, time, run.Record));
        }
        catch (Exception error)
        {
            LogBroken(logger, run.RunId, error);
            run.Fail(error);
        }
        finally
        {
            Leave(run);
        }
    }

    /// <summary>Ends a run that the gateway had no room to start in time. Never throws.</summary>
    public async Task GiveUpAsync(ActiveRun run)
    {
        var limit = configuration.Current.Gateway.Queue.MessageTimeout;
        try
        {
            // Whoever ended it in this moment counts; the run ends in either case.
            if (run.TryEnd(RunEnding.TimedOut))
                await settlement.NotStartedAsync(run, new RunEvents(publisher, feed, time, run.Record), limit);
            else
                await settlement.CancelledAsync(run, new RunEvents(publisher, feed, time, run.Record));
            LogNotStarted(logger, run.RunId, run.SessionKey, limit.TotalSeconds);
        }
        catch (Exception error)
        {
            LogBroken(logger, run.RunId, error);
            run.Fail(error);
        }
        finally
        {
            Leave(run);
        }
    }

    /// <summary>What was chosen for the session counts where the request does not say otherwise.</summary>
    private async ValueTask<RunRecord> BeginAsync(ActiveRun active)
    {
        var run = active.Record;
        var joining = active.Mates?.TakeCollected() ?? [];
        RunRecord begun;
        try
        {
            IReadOnlyList<RunRecord> records = [.. joining.Select(static one => one.Record)];
            begun = await runs.BeginAsync(
                run, connection => UserMessages.Of(run, SystemEventSql.Take(connection, run.SessionKey), records), records, CancellationToken.None);
        }
        catch
        {
            active.Mates?.PutBack(joining);
            throw;
        }

        active.AddMerged(joining);
        // On disk it works by now: whatever fails from here on has to end it there.
        active.Record = begun;
        if (await sessions.FindAsync(run.SessionKey, CancellationToken.None) is not { Settings: var chosen })
            return begun;
        var defaults = configuration.Current.Agents.Defaults;
        var asksForModel = !string.IsNullOrWhiteSpace(run.Input.Model) || !string.IsNullOrWhiteSpace(run.Input.Provider);
        return begun with
        {
            Input = run.Input with
            {
                Provider = asksForModel ? run.Input.Provider : chosen.Provider,
                Model = asksForModel ? run.Input.Model : chosen.Model,
                Thinking = run.Input.Thinking ?? chosen.ThinkingLevel,
                Verbose = run.Input.Verbose ?? chosen.VerboseLevel ?? defaults.VerboseDefault,
                Reasoning = run.Input.Reasoning ?? chosen.ReasoningLevel ?? defaults.ReasoningDefault,
            },
        };
    }

    private async Task WorkAsync(ActiveRun run, RunEvents events, RunProgress progress)
    {
        events.Started(run.Record.StartedAt!.Value);
        using var deadline = Deadline(run.Record);
        await using var watch = deadline?.Token.Register(() => run.TryEnd(RunEnding.TimedOut));
        try
        {
            var chain = models.ChainOf(run.Record.AgentId, run.Record.Input);
            progress.Model = chain.Current;
            if (hooks is not null)
                await hooks.BeforeAsync(run);
            var answer = await loop.RunAsync(run, events, progress, chain);
            await settlement.CompletedAsync(run, events, progress, answer);
        }
        catch (OperationCanceledException) when (run.Token.IsCancellationRequested)
        {
            await settlement.EndedEarlyAsync(run, events, progress);
        }
        catch (ModelException error)
        {
            LogModelFailed(logger, run.RunId, error.Failure, error.Message);
            await settlement.FailedAsync(run, events, progress, ModelFailures.Of(error, progress.Model!));
        }
        catch (RunRefusedException error)
        {
            // The configuration changed between acceptance and start.
            await settlement.FailedAsync(run, events, progress, new RunFailure { Message = error.Message, Kind = RunFailureKinds.Unknown });
        }
    }

    private async Task FailSafelyAsync(ActiveRun run, RunEvents events, RunProgress progress)
    {
        try
        {
            if (run.Record.State == RunState.Running)
                await settlement.FailedAsync(run, events, progress, ModelFailures.Unexpected(progress.Model ?? models.DefaultOf(run.Record.AgentId)));
            else
                await settlement.NotBegunAsync(run, events);
        }
        catch (Exception error)
        {
            // The end cannot be stored; recovery will mark the run when the store is back.
            LogBroken(logger, run.RunId, error);
            run.Fail(error);
        }
    }

    private CancellationTokenSource? Deadline(RunRecord run)
    {
        var settings = configuration.Current.Agents.SettingsOf(run.AgentId);
        var usual = run.Surface == RunSurface.Channel && !settings.IsTimeoutChosen ? InChats : settings.Timeout;
        TimeSpan? limit = run.Input.TimeoutMs is { } asked ? TimeSpan.FromMilliseconds(asked) : usual;
        return limit is { } set && set > TimeSpan.Zero && set.TotalMilliseconds < uint.MaxValue - 1 ? new CancellationTokenSource(set, time) : null;
    }

    private void Leave(ActiveRun run)
    {
        active.Remove(run);
        metrics.Ended(run.Record);
    }

    [LoggerMessage(3011, LogLevel.Warning, "Run {RunId} failed ({Failure}): {Reason}")]
    private static partial void LogModelFailed(ILogger logger, string runId, ModelFailure failure, string reason);

    [LoggerMessage(3013, LogLevel.Warning, "Run {RunId} of session {SessionKey} waited {Seconds} s for a free place and was given up (gateway.queue.messageTimeoutMs).")]
    private static partial void LogNotStarted(ILogger logger, string runId, string sessionKey, double seconds);

    [LoggerMessage(3012, LogLevel.Error, "Run {RunId} broke.")]
    private static partial void LogBroken(ILogger logger, string runId, Exception error);
}
