using OpenClaw.Host.Agents.Compaction;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Prompts;

/// <summary>Reads as much of the newest part of a transcript as a model can take, behind the summary of what came before.</summary>
internal sealed class TranscriptReader(TranscriptStore transcripts, CompactionStore compactions, IConfigSource configuration)
{
    private const int FirstPage = 50;

    // Who needs more than the first page mostly needs all there is.
    private const int NextPage = 500;

    /// <summary>Gives messages oldest first, beginning with a summary or with a person, so that no tool result stands without its call.</summary>
    public async ValueTask<IReadOnlyList<TranscriptMessage>> ReadAsync(RunRecord run, int tokens, CancellationToken cancellationToken)
    {
        var earlier = await compactions.LatestAsync(run.SessionId, cancellationToken);
        var kept = await TailAsync(run, earlier?.FirstKeptSeq ?? 0, tokens - PromptBudget.Estimate(earlier?.Summary), cancellationToken);
        kept.Reverse();
        if (earlier is null)
            return FromFirst(kept, static message => message.Role == MessageRoles.User);
        var tail = FromFirst(kept, static message => message.Role != MessageRoles.ToolResult);
        return [SummaryText.MessageOf(earlier.Summary, run.AcceptedAt), .. tail];
    }

    /// <summary>The newest messages, newest first.</summary>
    private async ValueTask<List<TranscriptMessage>> TailAsync(RunRecord run, long first, int tokens, CancellationToken cancellationToken)
    {
        var kept = new List<TranscriptMessage>();
        // Results of one round of calls are one message of a model: they do not count here, and MessageCap cuts exactly.
        var limit = configuration.Current.Session.MaxMessages ?? int.MaxValue;
        var spoken = 0;
        var (before, size) = (long.MaxValue, FirstPage);
        while (spoken < limit && (tokens > 0 || kept.Count == 0))
        {
            var page = await transcripts.ReadBeforeAsync(run.SessionId, before, size, cancellationToken);
            foreach (var row in page)
            {
                // What the run was asked goes along even where it alone is more than the guess allows.
                tokens -= PromptBudget.Estimate(row.Body);
                if (kept.Count > 0 && (row.Seq < first || tokens < 0 || spoken >= limit))
                    return kept;
                var message = row.Read();
                kept.Add(message);
                if (message.Role != MessageRoles.ToolResult && !TranscriptMembers.IsExcludedFromContext(message))
                    spoken++;
            }

            if (page.Count < size)
                break;
            (before, size) = (page[^1].Seq, NextPage);
        }

        return kept;
    }

    private static List<TranscriptMessage> FromFirst(List<TranscriptMessage> messages, Predicate<TranscriptMessage> isFirst)
    {
        var first = messages.FindIndex(isFirst);
        return first <= 0 ? messages : messages[first..];
    }
}
