using OpenClaw.Agents;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Agents.Prompts;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Feed;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Compaction;

/// <summary>Puts a summary in the place of the older part of a conversation. Without a valid summary everything stays as it was.</summary>
internal sealed partial class TranscriptCompactor(
    TranscriptStore transcripts,
    CompactionStore compactions,
    Summarizer summarizer,
    ModelSelector models,
    ModelCatalog catalog,
    SessionFeed feed,
    IConfigSource configuration,
    TimeProvider time,
    ILogger<TranscriptCompactor> logger,
    CompactionHooks? hooks = null) : ISessionCompactor
{
    // More than any model takes; what lies before that is not read again.
    private const int MaxMessages = 5_000;

    private const int LastMessages = 20;

    private const string NoSummary = "no valid summary came from the model; the conversation is unchanged";

    public async ValueTask<CompactionOutcome> CompactAsync(
        SessionEntry session, string? focus, Action starting, CancellationToken cancellationToken)
    {
        var model = session is { Provider: { } provider, Model: { } name } ? new ModelReference(provider, name) : models.DefaultOf(session.AgentId);
        var request = new CompactionRequest(session.Key, session.SessionId, session.AgentId, model, CompactionCauses.Manual) { Focus = focus };
        return await CompactAsync(request, starting, cancellationToken);
    }

    /// <summary>What models see of a transcript now.</summary>
    public ValueTask<CompactionView> ViewAsync(string sessionId, CancellationToken cancellationToken) =>
        ViewAsync(sessionId, MaxMessages, cancellationToken);

    /// <summary>Whether models see more than so many tokens. Most conversations are short, and found so without being read.</summary>
    /// <param name="sessionId">The transcript.</param>
    /// <param name="tokens">The limit for the conversation.</param>
    /// <param name="beside">Tokens of every prompt that are no part of the conversation.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<bool> IsLongerAsync(string sessionId, double tokens, long beside, CancellationToken cancellationToken)
    {
        var earlier = await compactions.LatestAsync(sessionId, cancellationToken);
        var size = await compactions.SizeAsync(sessionId, earlier?.FirstKeptSeq ?? 0, cancellationToken);
        if (size.Bytes + PromptBudget.Estimate(earlier?.Summary) <= tokens)
            return false;
        // This is asked before every call: the guess comes from a sum, and what the far end counted last stands near the end.
        if (size.TokensAtMost + PromptBudget.Estimate(earlier?.Summary) <= tokens)
            return (await ViewAsync(sessionId, LastMessages, cancellationToken)).CountedBeside(beside) > tokens;
        return (await ViewAsync(sessionId, cancellationToken)).TokensBeside(beside) > tokens;
    }

    /// <param name="request">What to summarise.</param>
    /// <param name="starting">Called once when there is something to do.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<CompactionOutcome> CompactAsync(CompactionRequest request, Action starting, CancellationToken cancellationToken)
    {
        var settings = configuration.Current.Agents.SettingsOf(request.AgentId).Compaction;
        var view = await ViewAsync(request.SessionId, cancellationToken);
        var most = PromptBudget.Of(catalog.ContextWindowOf(request.Model)) >> request.Attempt;
        var keep = Math.Min(settings.KeepRecentTokens >> (request.Attempt - 1), most);
        if (SplitPoint.Find(view.Rows, keep, settings.IsSafeguard ? settings.RecentTurnsPreserve : 1, most) is not { } split)
            return new CompactionOutcome(CompactionOutcome.TooSmall);
        starting();
        await (hooks?.BeforeAsync(request.SessionKey, cancellationToken) ?? Task.CompletedTask);
        using var deadline = new CancellationTokenSource(settings.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var writer = settings.Model is { } named ? models.Named(request.AgentId, named) : request.Model;
        try
        {
            var summary = await summarizer.WriteAsync(
                writer, view.Earlier?.Summary, view.Rows.Take(split), settings.IsSafeguard, request.Focus, either.Token).WaitAsync(either.Token);
            return summary is null ? new CompactionOutcome(NoSummary) : await StoreAsync(request, view, split, summary);
        }
        catch (ModelException error)
        {
            LogFailed(logger, request.SessionKey, writer, error.Failure);
            return new CompactionOutcome($"the model could not write a summary ({ModelFailures.ReasonOf(error.Failure)}); the conversation is unchanged");
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new CompactionOutcome($"no summary came within {settings.Timeout.TotalSeconds:0} seconds; the conversation is unchanged");
        }
    }

    private async ValueTask<CompactionView> ViewAsync(string sessionId, int messages, CancellationToken cancellationToken)
    {
        var earlier = await compactions.LatestAsync(sessionId, cancellationToken);
        var newestFirst = await transcripts.ReadBeforeAsync(sessionId, long.MaxValue, messages, cancellationToken);
        newestFirst.Reverse();
        return CompactionView.Of(earlier, newestFirst);
    }

    private async ValueTask<CompactionOutcome> StoreAsync(CompactionRequest request, CompactionView view, int split, string summary)
    {
        var kept = view.Rows.Skip(split).ToList();
        if (!kept.Exists(static row => row.Message.Role == MessageRoles.User)
            && view.Rows.LastOrDefault(static row => row.Message.Role == MessageRoles.User) is { } question)
        {
            summary = SummaryText.WithQuestion(summary, question.Message);
        }

        var compaction = new Sessions.Transcript.Compaction
        {
            SessionId = request.SessionId,
            FirstKeptSeq = kept[0].Seq,
            Summary = summary,
            Cause = request.Cause,
            TokensBefore = view.Tokens,
            TokensAfter = PromptBudget.Estimate(summary) + kept.Sum(static row => (long)row.Tokens),
        };
        if (!await compactions.AddAsync(request.SessionKey, compaction, CancellationToken.None))
            return new CompactionOutcome("the session was reset meanwhile");
        LogCompacted(logger, request.SessionKey, request.Cause, compaction.TokensBefore, compaction.TokensAfter);
        feed.Changed(request.SessionKey, ChangeReasons.Compact);
        await (hooks?.AfterAsync(request.SessionKey, CancellationToken.None) ?? Task.CompletedTask);
        return new CompactionOutcome(Reason: null) { TokensBefore = compaction.TokensBefore, TokensAfter = compaction.TokensAfter };
    }

    [LoggerMessage(3072, LogLevel.Warning, "The session {SessionKey} was not summarised: {Model} failed ({Failure}).")]
    private static partial void LogFailed(ILogger logger, string sessionKey, ModelReference model, ModelFailure failure);

    [LoggerMessage(3073, LogLevel.Information, "The session {SessionKey} was summarised ({Cause}): from about {Before} to {After} tokens.")]
    private static partial void LogCompacted(ILogger logger, string sessionKey, string cause, long before, long after);
}
