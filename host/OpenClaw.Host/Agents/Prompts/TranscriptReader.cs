using OpenClaw.Host.Configuration;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Prompts;

/// <summary>Reads as much of the newest part of a transcript as a model can take.</summary>
internal sealed class TranscriptReader(TranscriptStore transcripts, IConfigSource configuration)
{
    private const int PageSize = 50;

    /// <summary>Gives messages oldest first, beginning with one of a person, so that no tool result stands without its call.</summary>
    public async ValueTask<IReadOnlyList<TranscriptMessage>> ReadAsync(RunRecord run, int tokens, CancellationToken cancellationToken)
    {
        var kept = new List<TranscriptMessage>();
        var limit = configuration.Current.Session.MaxMessages ?? int.MaxValue;
        for (var skip = 0L; kept.Count < limit && tokens > 0; skip += PageSize)
        {
            var page = await transcripts.ReadAsync(run.SessionId, PageSize, skip, cancellationToken);
            foreach (var row in page.Messages.Reverse())
            {
                // What the run was asked goes along even where it alone is more than the guess allows.
                tokens -= PromptBudget.Estimate(row.Body);
                if (kept.Count > 0 && (tokens < 0 || kept.Count >= limit))
                    return FromFirstQuestion(kept);
                kept.Add(row.Read());
            }

            if (skip + page.Messages.Count >= page.Total)
                break;
        }

        return FromFirstQuestion(kept);
    }

    private static List<TranscriptMessage> FromFirstQuestion(List<TranscriptMessage> newestFirst)
    {
        newestFirst.Reverse();
        var first = newestFirst.FindIndex(static message => message.Role == MessageRoles.User);
        return first <= 0 ? newestFirst : newestFirst[first..];
    }
}
