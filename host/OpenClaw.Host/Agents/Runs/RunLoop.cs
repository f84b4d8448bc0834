using OpenClaw.Agents;
using OpenClaw.Host.Agents.Compaction;
using OpenClaw.Host.Agents.Events;
using OpenClaw.Host.Agents.Models.Failover;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>Asks the model, runs the tools it asks for, and asks again until it answers.</summary>
internal sealed class RunLoop(
    ModelCalls calls,
    ModelRequests requests,
    ToolRound tools,
    RunMerges merges,
    RunCompaction compaction,
    RunStore runs,
    AgentLimits limits)
{
    private const string NoWords = "It is done. (The model ended its work without saying anything.)";

    /// <exception cref="ModelException">No model answered, or the run went round too often.</exception>
    public async Task<ModelAnswer> RunAsync(ActiveRun run, RunEvents events, RunProgress progress, ModelChain chain)
    {
        events.Status(RunPhases.StartingModel);
        var item = new AnswerItem(Guid.NewGuid(), 0, ReplacesEarlier: false);
        var guard = new LoopGuard();
        var overflows = 0;
        var (hasCalled, isLast) = (false, false);
        for (var round = 1; ; round++)
        {
            if (round > 1)
                await merges.SteerAsync(run);
            item = item with { Round = round };
            ModelAnswer answer;
            try
            {
                answer = await calls.AskAsync(run, events, progress, chain, item, model => requests.ForAsync(run, events, model, withoutTools: isLast));
            }
            catch (ModelException error) when (error.Failure == ModelFailure.ContextOverflow && !run.Token.IsCancellationRequested)
            {
                item = item with { ReplacesEarlier = item.ReplacesEarlier || run.Text.Length > 0 };
                await compaction.AfterOverflowAsync(run, events, progress.Model!, ++overflows, error);
                round--;
                continue;
            }

            overflows = 0;
            item = item with { ReplacesEarlier = item.ReplacesEarlier || answer.Text.Length > 0 };
            progress.AddTurn(answer.Usage);
            events.Usage(progress.Usage.OutputTokens);
            if (isLast)
                return InWords(answer, events, item);
            if (answer.ToolCalls.Count == 0)
            {
                // Who asked for something waits for a word, even when the work is done.
                if (!hasCalled || answer.Text.Trim().Length > 0 || run.Record.Input.IsUnasked)
                    return answer;
                isLast = true;
                continue;
            }

            hasCalled = true;
            await runs.AnswerRoundAsync(run.Record, AssistantMessages.Of(answer, progress.Model!, events.Now), ChatNotes.Of(run.Record, answer, round), CancellationToken.None);
            merges.Settle(run);
            if (round > limits.MaxToolRounds)
                throw new ModelException(ModelFailure.Unknown, $"the model called tools {limits.MaxToolRounds} times in a row without an answer.");
            await tools.RunAsync(run, events, progress, answer.ToolCalls, guard);
            if (guard.Stuck is { } stuck)
                throw new ModelException(ModelFailure.Unknown, stuck);
        }
    }

    private static ModelAnswer InWords(ModelAnswer answer, RunEvents events, AnswerItem item)
    {
        if (answer.Text.Trim().Length > 0)
            return answer with { ToolCalls = [] };
        events.Assistant(item.Id, NoWords, NoWords, item.ReplacesEarlier);
        return answer with { Text = NoWords, ToolCalls = [] };
    }
}
