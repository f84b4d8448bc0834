using OpenClaw.Agents;
using OpenClaw.Host.Agents.Attachments;
using OpenClaw.Host.Agents.Compaction;
using OpenClaw.Host.Agents.Events;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Agents.Prompts;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Tools;
using OpenClaw.Identity;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>Writes what a model is asked in one round of a run: prompt, conversation and tools, cut to the model's size.</summary>
internal sealed class ModelRequests(
    ToolRegistry registry,
    TranscriptReader transcripts,
    SystemPrompt systemPrompt,
    ModelCatalog catalog,
    ShownMedia media,
    RunCompaction compaction,
    IConfigSource configuration,
    AgentLimits limits,
    TimeProvider time)
{
    public async ValueTask<ModelRequest> ForAsync(ActiveRun run, RunEvents events, ModelReference model)
    {
        var info = await catalog.FindAsync(model, limits.ModelPatience, run.Token);
        var offered = info.AcceptsTools ? registry.Offered : [];
        var prompt = systemPrompt.For(run.Record, offered.Count > 0);
        var window = info.ContextWindow ?? ModelCatalog.DefaultContextWindow;
        var fixedCost = PromptBudget.Estimate(prompt) + offered.Sum(static tool => PromptBudget.Estimate(tool.Parameters.GetRawText() + tool.Description));
        var budget = PromptBudget.Of(window) - fixedCost;
        await compaction.BeforeCallAsync(run, events, model, budget);
        var transcript = await transcripts.ReadAsync(run.Record, budget, run.Token);
        var pruned = ToolResultPruning.Prune(transcript, configuration.Current.Agents.Defaults.ContextPruning, window, time.GetUtcNow());
        return new ModelRequest
        {
            Model = model.Model,
            SystemPrompt = prompt,
            Messages = MessageCap.Apply(
                ModelMessages.From(pruned, model, PromptBudget.ToolResultCharacters(window), media.Of(pruned, info)), configuration.Current.Session.MaxMessages),
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
