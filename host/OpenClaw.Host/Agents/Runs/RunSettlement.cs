using OpenClaw.Host.Agents.Events;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>Ends runs: stores the last message with the outcome, then says it, then lets those who wait go on.</summary>
internal sealed class RunSettlement(RunStore runs, RunMerges merges)
{
    /// <summary>What a run that was cut off by a client reports; older clients compare it.</summary>
    public const string AbortOrigin = "rpc";

    private const string TimeoutText =
        "Request timed out before a response was generated. Please try again, or increase `agents.defaults.timeoutSeconds` in your config.";

    private const string StoppingText = "interrupted: the gateway stopped during the run";

    public async Task CompletedAsync(ActiveRun run, RunEvents events, RunProgress progress, ModelAnswer answer)
    {
        var message = AssistantMessages.Of(answer, progress.Model!, events.Now);
        if (run.Record.Input.IsUnasked && SilentReplies.ToDeliver(run.Record.Input, answer.Text) is null)
            message = message with { Other = TranscriptMembers.Of(TranscriptMembers.Silent, TranscriptMembers.True) };
        var outcome = progress.Outcome(answer.Text, message.StopReason) with { Thinking = ChatNotes.Thinking(run.Record, answer) };
        var ended = await FinishAsync(run, RunState.Done, outcome, message);
        events.Completed(ended, outcome);
        run.Complete(ended);
    }

    public async Task FailedAsync(ActiveRun run, RunEvents events, RunProgress progress, RunFailure failure)
    {
        var note = GatewayNote.Of(run.RunId, "terminal-error", $"⚠️ {failure.Message}", events.Now);
        await FailAsync(run, events, RunState.Failed, progress.Outcome(run.Text, MessageStopReasons.Error, failure), note, stopReason: null);
    }

    /// <summary>Ends a run that was told to stop while it worked.</summary>
    public Task EndedEarlyAsync(ActiveRun run, RunEvents events, RunProgress progress) => run.Ending switch
    {
        RunEnding.TimedOut => TimedOutAsync(run, events, progress),
        RunEnding.Stopping => StoppedAsync(run, events, progress),
        _ => AbortedAsync(run, events, progress),
    };

    /// <summary>Ends a run that was told to stop while it waited.</summary>
    public async Task CancelledAsync(ActiveRun run, RunEvents events)
    {
        if (run.Ending == RunEnding.Stopping)
        {
            // It stays accepted and starts with the next process.
            run.Fail(new OperationCanceledException("The gateway is stopping; the message will be answered when it is back."));
            return;
        }

        var ended = await FinishAsync(run, RunState.Aborted, new RunOutcome { StopReason = AbortOrigin }, message: null);
        events.CancelledInQueue();
        run.Complete(ended);
    }

    /// <summary>Ends a run that waited for a place until its time was up.</summary>
    public async Task NotStartedAsync(ActiveRun run, RunEvents events, TimeSpan limit)
    {
        var failure = new RunFailure
        {
            Message = $"The gateway is busy: the message was not started within {limit.TotalSeconds:0.###} s (gateway.queue.messageTimeoutMs). Send it again later.",
            Kind = RunFailureKinds.Timeout,
        };
        await RefuseAsync(run, events, new RunOutcome { StopReason = "timeout", Failure = failure });
    }

    /// <summary>Ends a run that broke before it began.</summary>
    public Task NotBegunAsync(ActiveRun run, RunEvents events) => RefuseAsync(
        run,
        events,
        new RunOutcome
        {
            StopReason = MessageStopReasons.Error,
            Failure = new RunFailure { Message = "The message could not be started; the gateway's log says why.", Kind = RunFailureKinds.Unknown },
        });

    private async Task RefuseAsync(ActiveRun run, RunEvents events, RunOutcome outcome)
    {
        var ended = await FinishAsync(run, RunState.Failed, outcome, message: null);
        events.Failed(ended, outcome.Failure!, stopReason: null);
        run.Complete(ended);
    }

    private async Task AbortedAsync(ActiveRun run, RunEvents events, RunProgress progress)
    {
        events.Aborted(run.Record, AbortOrigin, run.Text);
        var ended = await FinishAsync(run, RunState.Aborted, progress.Outcome(run.Text, AbortOrigin), Partial(run, events, progress, AbortOrigin));
        run.Complete(ended);
        events.AbortSettled(ended);
    }

    private async Task TimedOutAsync(ActiveRun run, RunEvents events, RunProgress progress)
    {
        var failure = Failure(TimeoutText, RunFailureKinds.Timeout, progress);
        var message = Partial(run, events, progress, "timeout") ?? GatewayNote.Of(run.RunId, "terminal-error", $"⚠️ {TimeoutText}", events.Now);
        await FailAsync(run, events, RunState.TimedOut, progress.Outcome(run.Text, "timeout", failure), message, "timeout");
    }

    private async Task StoppedAsync(ActiveRun run, RunEvents events, RunProgress progress)
    {
        var failure = Failure(StoppingText, RunFailureKinds.Unknown, progress);
        // Messages that were said into the run get turns of their own: half an answer behind them would read as theirs.
        var message = (run.CarriesOthers ? null : Partial(run, events, progress, "shutdown"))
            ?? GatewayNote.Of(run.RunId, "interrupted", "⚠️ The gateway stopped before it could answer. Send the message again.", events.Now);
        await FailAsync(run, events, RunState.Interrupted, progress.Outcome(run.Text, MessageStopReasons.Aborted, failure), message, MessageStopReasons.Aborted);
    }

    private async Task FailAsync(
        ActiveRun run, RunEvents events, RunState state, RunOutcome outcome, TranscriptMessage message, string? stopReason)
    {
        var ended = await FinishAsync(run, state, outcome, message);
        events.Failed(ended, outcome.Failure!, stopReason);
        run.Complete(ended);
    }

    // Not the run's token: an end must be stored whatever brought it about.
    private async ValueTask<RunRecord> FinishAsync(ActiveRun run, RunState state, RunOutcome outcome, TranscriptMessage? message)
    {
        var ended = await runs.FinishAsync(run.Record, state, outcome, message, CancellationToken.None);
        // Set before anything is told: the rows that go with the events must not show the run as active.
        run.Record = ended;
        if (state != RunState.Interrupted)
            merges.Settle(run);
        return ended;
    }

    private static TranscriptMessage? Partial(ActiveRun run, RunEvents events, RunProgress progress, string origin) =>
        run.Text.Length > 0 ? AssistantMessages.Partial(run.RunId, origin, run.Text, progress.Model, events.Now) : null;

    private static RunFailure Failure(string message, string kind, RunProgress progress) => new()
    {
        Message = message,
        Kind = kind,
        Provider = progress.Model?.Provider,
        Model = progress.Model?.Model,
        FailoverReason = kind,
    };
}
