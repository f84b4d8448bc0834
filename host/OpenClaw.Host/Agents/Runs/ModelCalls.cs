using OpenClaw.Agents;
using OpenClaw.Host.Agents.Events;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Agents.Models.Failover;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>
/// One round of a run: asks the models of a chain until one answers. The same model is asked again where that can help, then the
/// next key or the next model; what pauses is passed over. A new attempt replaces what an earlier one had said.
/// </summary>
internal sealed partial class ModelCalls(
    ModelTurn turn, ModelCooldowns cooldowns, ProviderCredentials credentials, TimeProvider time, ILogger<ModelCalls> logger)
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
        ModelReference? spent = null;
        for (var i = 0; i < candidates.Count; i++)
        {
            var (attempt, model) = (candidates[i], candidates[i].Model);
            if (model == spent)
                continue;
            var isRotation = i > 0 && candidates[i - 1].Model == model;
            // Another key helps against a limit once; after that it is the far end that has too much to do.
            var mayRotate = !isRotation && i + 1 < candidates.Count && candidates[i + 1].Model == model;
            progress.Model = model;
            var request = await ask(model);
            if (!isRotation)
                events.ModelChosen(model);
            var retries = new RetrySchedule();
            while (true)
            {
                try
                {
                    var answer = await turn.AskAsync(run, events, attempt, request, round);
                    await cooldowns.SucceededAsync(attempt);
                    credentials.Succeeded(model.Provider, attempt.Credential);
                    chain.Keep(model);
                    return answer;
                }
                catch (ModelException error) when (!run.Token.IsCancellationRequested)
                {
                    var said = run.Text.Length > 0;
                    round = round with { ReplacesEarlier = round.ReplacesEarlier || said };
                    var failure = FailureClasses.Of(error);
                    if (failure == FailureClass.Final)
                        throw;
                    var rotates = mayRotate && failure == FailureClass.RateLimit;
                    if (!rotates && retries.After(error, said) is { } delay)
                    {
                        LogRetry(logger, run.RunId, model, error.Failure, delay);
                        await Task.Delay(delay, time, run.Token);
                        continue;
                    }

                    await cooldowns.FailedAsync(attempt, error);
                    failed.Add(new FailedAttempt(model, error));
                    if (!rotates && failure is not (FailureClass.Credential or FailureClass.Billing))
                        spent = model;
                    LogGivenUp(logger, run.RunId, model, attempt.Credential?.Name ?? "its only key", error.Failure);
                    break;
                }
            }
        }

        throw Exhausted(failed);
    }

    private async ValueTask<IReadOnlyList<ModelAttempt>> AvailableAsync(ModelChain chain, CancellationToken cancellationToken)
    {
        var available = new List<ModelAttempt>();
        (ModelAttempt Attempt, Cooldown Pause)? soonest = null;
        foreach (var model in chain.Left)
        {
            foreach (var credential in credentials.Of(model.Provider))
            {
                var attempt = new ModelAttempt(model, credential);
                if (await cooldowns.OfAsync(attempt, cancellationToken) is not { } pause)
                    available.Add(attempt);
                else if (soonest is null || pause.Until < soonest.Value.Pause.Until)
                    soonest = (attempt, pause);
            }
        }

        if (available.Count > 0 || soonest is not { } next)
            return available;
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return next.Pause.Until - now <= ProbeBefore.TotalMilliseconds ? [next.Attempt] : throw CooldownText.Of(next.Attempt.Model, next.Pause, now);
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

    [LoggerMessage(3062, LogLevel.Warning, "Run {RunId} gave up asking {Model} with {Credential} ({Failure}).")]
    private static partial void LogGivenUp(ILogger logger, string runId, ModelReference model, string credential, ModelFailure failure);
}
