using System.Text;
using OpenClaw.Agents;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Agents.Prompts;

namespace OpenClaw.Host.Agents.Compaction;

/// <summary>Has a model write a summary, in pieces where the record is long, and again where the summary is not good.</summary>
internal sealed partial class Summarizer(IAgentProviders providers, ModelCatalog catalog, AgentLimits limits, ILogger<Summarizer> logger)
{
    private const int Attempts = 3;
    private const int MaxSummaryTokens = 4096;

    /// <returns>The summary, or nothing where no valid one came.</returns>
    /// <exception cref="ModelException">The model could not be asked.</exception>
    public async Task<string?> WriteAsync(
        ModelReference model, string? earlier, IEnumerable<CompactionRow> rows, bool safeguard, string? focus, CancellationToken cancellationToken)
    {
        var provider = await providers.FindAsync(model.Provider, cancellationToken)
            ?? throw new ModelException(ModelFailure.InvalidRequest, $"no running plugin serves the provider \"{model.Provider}\".");
        var info = await catalog.FindAsync(model, limits.ModelPatience, cancellationToken);
        var size = PromptBudget.Of(info.ContextWindow ?? ModelCatalog.DefaultContextWindow) / 2;
        var summary = earlier;
        foreach (var piece in PiecesOf(rows, size))
        {
            var request = new ModelRequest
            {
                Model = model.Model,
                SystemPrompt = SummaryText.Instructions(safeguard, focus),
                Messages = [ModelMessage.User(SummaryText.Question(summary, piece))],
                MaxOutputTokens = Math.Min(MaxSummaryTokens, info.MaxOutputTokens ?? MaxSummaryTokens),
            };
            summary = await ValidAsync(provider, model, request, safeguard, cancellationToken);
            if (summary is null)
                return null;
        }

        return summary;
    }

    private static IEnumerable<string> PiecesOf(IEnumerable<CompactionRow> rows, int size)
    {
        var piece = new StringBuilder();
        var tokens = 0;
        foreach (var row in rows)
        {
            var line = SummaryText.LineOf(row.Message);
            var cost = PromptBudget.Estimate(line);
            if (tokens + cost > size && piece.Length > 0)
            {
                yield return piece.ToString();
                piece.Clear();
                tokens = 0;
            }

            piece.Append(line);
            tokens += cost;
        }

        if (piece.Length > 0)
            yield return piece.ToString();
    }

    private async Task<string?> ValidAsync(
        IAgentProvider provider, ModelReference model, ModelRequest request, bool safeguard, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var (text, isCut) = await AskAsync(provider, request, cancellationToken);
            if (SummaryText.ProblemOf(text, isCut, safeguard) is not { } problem)
                return text.Trim();
            LogInvalid(logger, model, attempt, problem);
        }

        return null;
    }

    private async Task<(string Text, bool IsCut)> AskAsync(IAgentProvider provider, ModelRequest request, CancellationToken cancellationToken)
    {
        var answer = new Runs.AnswerBuilder(limits);
        await foreach (var update in provider.StreamAsync(request, cancellationToken).WithCancellation(cancellationToken))
            answer.Add(update);
        var built = answer.Build();
        return (built.Text, built.Stopped.Reason == ModelStopReason.MaxTokens);
    }

    [LoggerMessage(3071, LogLevel.Warning, "The summary that {Model} wrote in attempt {Attempt} is not taken: {Problem}.")]
    private static partial void LogInvalid(ILogger logger, ModelReference model, int attempt, string problem);
}
