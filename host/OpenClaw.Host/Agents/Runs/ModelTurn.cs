using OpenClaw.Agents;
using OpenClaw.Host.Agents.Events;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Agents.Models.Failover;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>One model call: asks the provider, publishes what comes, gives the whole answer.</summary>
internal sealed class ModelTurn(IAgentProviders providers, AgentLimits limits, TimeProvider time)
{
    /// <param name="run">The run; its token ends the call at once, whatever the provider does.</param>
    /// <param name="events">Where the answer is published.</param>
    /// <param name="attempt">The model and the key.</param>
    /// <param name="request">What to ask.</param>
    /// <param name="item">How events call the answer.</param>
    /// <exception cref="ModelException">The call failed.</exception>
    public async Task<ModelAnswer> AskAsync(ActiveRun run, RunEvents events, ModelAttempt attempt, ModelRequest request, AnswerItem item)
    {
        var served = await providers.FindAsync(attempt.Model.Provider, attempt.Credential, run.Token) ?? throw NoProvider(attempt.Model.Provider);
        var answer = new AnswerBuilder(limits);
        var stream = new AnswerStream(events, run, answer, item, limits.DeltaInterval, time);
        IAsyncEnumerator<ModelUpdate>? updates = null;
        var next = Task.FromResult(false);
        run.Text = string.Empty;
        try
        {
            updates = served.StreamAsync(request, run.Token).GetAsyncEnumerator(run.Token);
            do
            {
                next = updates.MoveNextAsync().AsTask();
                if (!await NextAsync(next, stream, run.Token))
                    break;
                answer.Add(updates.Current);
                stream.FlushIfDue();
            }
            while (!answer.IsComplete);

            stream.Flush();
            return answer.Build();
        }
        catch
        {
            // What was heard counts: it is kept when the run is cut off or the stream breaks.
            run.Text = answer.Text;
            throw;
        }
        finally
        {
            await CloseAsync(updates, next);
        }
    }

    private static async ValueTask<bool> NextAsync(Task<bool> next, AnswerStream stream, CancellationToken cancellationToken)
    {
        while (!next.IsCompleted && stream.NextFlush(cancellationToken) is { } flush)
        {
            if (await Task.WhenAny(next, flush) != next)
            {
                cancellationToken.ThrowIfCancellationRequested();
                stream.FlushIfDue();
            }
        }

        return await next.WaitAsync(cancellationToken);
    }

    // A provider that ignores cancellation is left to itself; the run does not wait for it.
    private static async ValueTask CloseAsync(IAsyncEnumerator<ModelUpdate>? updates, Task<bool> next)
    {
        if (updates is null)
            return;
        if (next.IsCompleted)
            await updates.DisposeAsync();
        else
            _ = CloseLaterAsync(updates, next);
    }

    private static async Task CloseLaterAsync(IAsyncEnumerator<ModelUpdate> updates, Task<bool> next)
    {
        await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await updates.DisposeAsync().AsTask().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static ModelException NoProvider(string provider) => new(
        ModelFailure.InvalidRequest,
        $"no running plugin serves the provider \"{provider}\"; choose another model or add models.providers.{provider} to the configuration.")
    {
        ProviderErrorType = FailureClasses.NoProvider,
    };
}
