using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Host.Agents.Attachments;
using OpenClaw.Host.Agents.Compaction;
using OpenClaw.Host.Agents.Events;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Agents.Prompts;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Sessions.Transcript;
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
    CompactionStore compactions,
    PromptClock clock,
    AgentLimits limits,
    TimeProvider time)
{
    private const string NoMoreTools = "\nYour tools have done their work. Answer the person now, in words.\n";

    /// <param name="run">The run.</param>
    /// <param name="events">Tells what is done meanwhile.</param>
    /// <param name="model">Who is asked.</param>
    /// <param name="withoutTools">Whether the model has to answer in words.</param>
    public async ValueTask<ModelRequest> ForAsync(ActiveRun run, RunEvents events, ModelReference model, bool withoutTools = false)
    {
        var info = await catalog.FindAsync(model, limits.ModelPatience, run.Token);
        var offered = info.AcceptsTools ? registry.Offered : [];
        var settings = configuration.Current.Agents.SettingsOf(run.Record.AgentId);
        var prompt = await systemPrompt.ForAsync(run.Record, model, offered.Count > 0, await IsContinuationAsync(run), run.Token);
        var window = Math.Min(info.ContextWindow ?? ModelCatalog.DefaultContextWindow, settings.ContextTokens ?? int.MaxValue);
        var fixedCost = PromptBudget.Estimate(prompt.Stable) + PromptBudget.Estimate(prompt.Changing) + offered.Sum(static tool => PromptBudget.Estimate(tool.Parameters.GetRawText() + tool.Description));
        var budget = PromptBudget.Of(window) - fixedCost;
        await compaction.BeforeCallAsync(run, events, model, budget, fixedCost);
        var transcript = await transcripts.ReadAsync(run.Record, budget, run.Token);
        var pruned = ToolResultPruning.Prune(transcript, settings.ContextPruning, window, time.GetUtcNow());
        return new ModelRequest
        {
            Model = model.Model,
            SystemPrompt = withoutTools ? prompt.Whole + NoMoreTools : prompt.Whole,
            StablePromptLength = prompt.Stable.Length,
            Messages = MessageCap.Apply(
                ModelMessages.From(pruned, model, PromptBudget.ToolResultCharacters(window), media.Of(pruned, info), new InputFraming(clock, settings)),
                configuration.Current.Session.MaxMessages),
            Tools = offered,
            ToolChoice = withoutTools && offered.Count > 0 ? ToolChoice.None : ToolChoice.Auto,
            Thinking = ThinkingOf(run.Record, model, info),
            MaxOutputTokens = info.MaxOutputTokens,
            Session = new SessionKey(run.SessionKey),
        };
    }

    // Answers of this conversation are before the model, and no summary stands in their place.
    private async ValueTask<bool> IsContinuationAsync(ActiveRun run) =>
        run.Record.MessageSeq is > 1 && await compactions.LatestAsync(run.Record.SessionId, run.Token) is null;

    // What was asked for, else what the agent is used to, else what its model is.
    private ThinkingLevel ThinkingOf(RunRecord run, ModelReference model, ModelInfo info)
    {
        if (!info.Reasoning)
            return ThinkingLevel.Off;
        var agents = configuration.Current.Agents;
        var settings = agents.SettingsOf(run.AgentId);
        var chosen = run.Input.Thinking ?? agents.Find(run.AgentId)?.ThinkingDefault ?? OfModel(settings, model) ?? settings.ThinkingDefault;
        return chosen is not null && ThinkingLevels.TryParse(chosen, out var level) ? level : ThinkingLevel.Medium;
    }

    private static string? OfModel(AgentDefaultsConfig settings, ModelReference model) =>
        settings.Models.TryGetValue(model.ToString(), out var entry)
        && entry.Params is { ValueKind: JsonValueKind.Object } parameters
        && parameters.TryGetProperty("thinking", out var thinking)
        && thinking.ValueKind == JsonValueKind.String
            ? thinking.GetString()
            : null;
}
