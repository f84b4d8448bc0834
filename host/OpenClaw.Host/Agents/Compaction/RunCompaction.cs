using OpenClaw.Agents;
using OpenClaw.Host.Agents.Events;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Agents.Runs;
using OpenClaw.Host.Configuration;

namespace OpenClaw.Host.Agents.Compaction;

/// <summary>Summarises the conversation of a run that grows too long, before a call or after the far end refused it.</summary>
internal sealed class RunCompaction(TranscriptCompactor compactor, SummaryPauses pauses, IConfigSource configuration)
{
    public const int MaxOverflows = 3;

    /// <summary>Summarises where the next prompt would be too long. Where that fails, the oldest messages are left out of it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="events">Tells what is done.</param>
    /// <param name="model">What is asked next.</param>
    /// <param name="budget">Tokens for the conversation.</param>
    /// <param name="beside">Tokens of the prompt beside it.</param>
    public async ValueTask BeforeCallAsync(ActiveRun run, RunEvents events, ModelReference model, int budget, long beside)
    {
        if (!configuration.Current.Agents.SettingsOf(run.Record.AgentId).Compaction.Enabled)
            return;
        var threshold = Threshold(budget);
        if (pauses.IsPaused(run.Record.SessionId, model) || !await compactor.IsLongerAsync(run.Record.SessionId, threshold, beside, run.Token))
            return;
        var request = new CompactionRequest(run.SessionKey, run.Record.SessionId, run.Record.AgentId, model, CompactionCauses.Threshold);
        if (await CompactAsync(run, events, request))
            pauses.Succeeded(run.Record.SessionId, model);
        else
            pauses.Failed(run.Record.SessionId, model);
    }

    /// <summary>Makes room after the far end found the conversation too long; the same question is asked again then.</summary>
    /// <exception cref="ModelException">There is no room to make.</exception>
    public async ValueTask AfterOverflowAsync(ActiveRun run, RunEvents events, ModelReference model, int attempt, ModelException error)
    {
        if (!configuration.Current.Agents.SettingsOf(run.Record.AgentId).Compaction.Enabled || attempt > MaxOverflows)
            throw error;
        var request = new CompactionRequest(run.SessionKey, run.Record.SessionId, run.Record.AgentId, model, CompactionCauses.Overflow)
        {
            Attempt = attempt,
        };
        if (!await CompactAsync(run, events, request))
            throw error;
    }

    private async ValueTask<bool> CompactAsync(ActiveRun run, RunEvents events, CompactionRequest request)
    {
        var started = false;
        var done = false;
        try
        {
            var outcome = await compactor.CompactAsync(
                request,
                () =>
                {
                    started = true;
                    events.CompactionStarted(request.Cause);
                },
                run.Token);
            return done = outcome.Done;
        }
        finally
        {
            if (started)
                events.CompactionEnded(request.Cause, done, willRetry: done && request.Cause == CompactionCauses.Overflow);
        }
    }

    // A fraction of what fits, or tokens.
    private double Threshold(int budget) => configuration.Current.Session.CompactThreshold switch
    {
        > 1 and var tokens => Math.Min(tokens, budget),
        > 0 and var share => budget * share,
        _ => budget,
    };
}
