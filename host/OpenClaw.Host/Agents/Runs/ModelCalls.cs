using OpenClaw.Agents;
using OpenClaw.Host.Agents.Events;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Agents.Models.Failover;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>
/// One round of a run: asks the models of a chain until one answers. The same model is asked again where that can help, then the
/// next one; models that pause are passed over. A new attempt replaces what an earlier one had said.
/// </summary>
internal sealed partial class ModelCalls(ModelTurn turn, ModelCooldowns cooldowns, TimeProvider time, ILogger<ModelCalls> logger)
{
    // Shortly before a pause ends one question finds out whether it may end.
    private static readonly TimeSpan ProbeBefore = TimeSpan.FromSeconds(5);

    /// <param name="run">The run.</param>
    /// <param name="events">Where answers are published.</param>
    /// <param name="progress">What the run has come to.</param>
    /// <param name="chain">The models; what answers stays in front.</param>
    /// <param name="item">How events call the answer.</param>
    /// <param name="ask">Writes the question for one model.</param>
    /// <exception cref="ModelException">No model answered.</exception>
    public async Task<ModelAnswer> AskAsync(
        ActiveRun run, RunEvents events, RunProgress progress, ModelChain chain, AnswerItem item, Func<ModelReference, ValueTask<ModelRequest>> ask)
    {
        var candidates = await AvailableAsync(chain, run.Token);
        var failed = new List<FailedAttempt>();
        var round = item;
        foreach (var model in candidates)
        {
            progress.Model = model;
            var request = await ask(model);
            events.ModelChosen(model);
            var retries = new RetrySchedule();
            while (true)
            {
                try
                {
                    var answer = await turn.AskAsync(run, events, model.Provider, request, round);
                    await cooldowns.SucceededAsync(model);
                    chain.Keep(model);
                    return answer;
                }
                catch (ModelException error) when (!run.Token.IsCancellationRequested)
                {
                    var said = run.Text.Length > 0;
                    round = round with { ReplacesEarlier = round.ReplacesEarlier || said };
                    if (FailureClasses.Of(error) == FailureClass.Final)
                        throw;
                    if (retries.After(error, said) is { } delay)
                    {
                        LogRetry(logger, run.RunId, model, error.Failure, delay);
                        await Task.Delay(delay, time, run.Token);
                        continue;
                    }

                    await cooldowns.FailedAsync(model, error);
                    failed.Add(new FailedAttempt(model, error));
                    LogGivenUp(logger, run.RunId, model, error.Failure);
                    break;
                }
            }
        }

        throw Exhausted(failed);
    }

    private async ValueTask<IReadOnlyList<ModelReference>> AvailableAsync(ModelChain chain, CancellationToken cancellationToken)
    {
        var available = new List<ModelReference>();
        (ModelReference Model, Cooldown Pause)? soonest = null;
        foreach (var model in chain.Left)
        {
            if (await cooldowns.OfAsync(model, cancellationToken) is not { } pause)
                available.Add(model);
            else if (soonest is null || pause.Until < soonest.Value.Pause.Until)
                soonest = (model, pause);
        }

        if (available.Count > 0 || soonest is not { } next)
            return available;
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return next.Pause.Until - now <= ProbeBefore.TotalMilliseconds ? [next.Model] : throw CooldownText.Of(next.Model, next.Pause, now);
    }

    // One model says itself what is wrong. Of several only the kinds are told.
    private static ModelException Exhausted(List<FailedAttempt> failed)
    {
        var last = failed[^1].Error;
        return failed.Count == 1
            ? last
            : new ModelException(last.Failure, $"no model answered ({string.Join("; ", failed)}).", last)
            {
                HttpStatus = last.HttpStatus,
                ProviderErrorType = last.ProviderErrorType,
                RetryAfter = last.RetryAfter,
            };
    }

    [LoggerMessage(3061, LogLevel.Information, "Run {RunId} asks {Model} again in {Delay}, because it failed ({Failure}).")]
    private static partial void LogRetry(ILogger logger, string runId, ModelReference model, ModelFailure failure, TimeSpan delay);

    [LoggerMessage(3062, LogLevel.Warning, "Run {RunId} gave up asking {Model} ({Failure}).")]
    private static partial void LogGivenUp(ILogger logger, string runId, ModelReference model, ModelFailure failure);
}
