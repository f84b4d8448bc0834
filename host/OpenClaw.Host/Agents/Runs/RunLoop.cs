using OpenClaw.Agents;
using OpenClaw.Host.Agents.Attachments;
using OpenClaw.Host.Agents.Events;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Agents.Prompts;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Tools;
using OpenClaw.Identity;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>Asks the model, runs the tools it asks for, and asks again until it answers.</summary>
internal sealed class RunLoop(
    ModelTurn turn,
    ToolRound tools,
    RunMerges merges,
    ToolRegistry registry,
    TranscriptReader transcripts,
    SystemPrompt systemPrompt,
    ModelCatalog catalog,
    ShownMedia media,
    RunStore runs,
    AgentLimits limits)
{
    /// <exception cref="ModelException">A model call failed, or the run went round too often.</exception>
    public async Task<ModelAnswer> RunAsync(ActiveRun run, RunEvents events, RunProgress progress, ModelReference model)
    {
        events.Status(RunPhases.StartingModel);
        var info = await catalog.FindAsync(model, limits.ModelPatience, run.Token);
        var item = new AnswerItem(Guid.NewGuid(), 0, ReplacesEarlier: false);
        var guard = new LoopGuard();
        for (var round = 1; ; round++)
        {
            if (round > 1)
                await merges.SteerAsync(run);
            var request = await RequestAsync(run, model, info);
            events.ModelChosen(model);
            item = item with { Round = round };
            var answer = await turn.AskAsync(run, events, model.Provider, request, item);
            item = item with { ReplacesEarlier = item.ReplacesEarlier || answer.Text.Length > 0 };
            progress.AddTurn(answer.Usage);
            events.Usage(progress.Usage.OutputTokens);
            if (answer.ToolCalls.Count == 0)
                return answer;
            await runs.AnswerRoundAsync(run.Record, AssistantMessages.Of(answer, model, events.Now), CancellationToken.None);
            merges.Settle(run);
            if (round > limits.MaxToolRounds)
                throw new ModelException(ModelFailure.Unknown, $"the model called tools {limits.MaxToolRounds} times in a row without an answer.");
            await tools.RunAsync(run, events, progress, answer.ToolCalls, guard);
            if (guard.Stuck is { } stuck)
                throw new ModelException(ModelFailure.Unknown, stuck);
        }
    }

    private async ValueTask<ModelRequest> RequestAsync(ActiveRun run, ModelReference model, ModelInfo info)
    {
        var offered = info.AcceptsTools ? registry.Offered : [];
        var prompt = systemPrompt.For(run.Record, offered.Count > 0);
        var window = info.ContextWindow ?? ModelCatalog.DefaultContextWindow;
        var fixedCost = PromptBudget.Estimate(prompt) + offered.Sum(static tool => PromptBudget.Estimate(tool.Parameters.GetRawText() + tool.Description));
        var transcript = await transcripts.ReadAsync(run.Record, PromptBudget.Of(window) - fixedCost, run.Token);
        return new ModelRequest
        {
            Model = model.Model,
            SystemPrompt = prompt,
            Messages = ModelMessages.From(transcript, model, PromptBudget.ToolResultCharacters(window), media.Of(transcript, info)),
            Tools = offered,
            Thinking = ThinkingOf(run.Record.Input, info),
            MaxOutputTokens = info.MaxOutputTokens,
            Session = new SessionKey(run.SessionKey),
        };
    }

    private static ThinkingLevel ThinkingOf(RunInput input, ModelInfo info)
    {
        if (!info.Reasoning)
            return ThinkingLevel.Off;
        return input.Thinking is { } asked && ThinkingLevels.TryParse(asked, out var level) ? level : ThinkingLevel.Medium;
    }
}
