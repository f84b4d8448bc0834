using OpenClaw.Host.Agents.Prompts;
using OpenClaw.Host.Sessions.Transcript;

namespace OpenClaw.Host.Agents.Compaction;

/// <summary>What models see of a transcript: the newest summary and the messages behind it.</summary>
/// <param name="Earlier">The summary that counts now.</param>
/// <param name="Rows">The messages, oldest first.</param>
internal sealed record CompactionView(Sessions.Transcript.Compaction? Earlier, IReadOnlyList<CompactionRow> Rows)
{
    /// <summary>The guessed size of all of it.</summary>
    public long Tokens => PromptBudget.Estimate(Earlier?.Summary) + Rows.Sum(static row => (long)row.Tokens);

    /// <summary>
    /// The size as the far end counted it with its last answer, and a guess for what came after; the plain guess where that is more, or
    /// where nothing was counted since the last summary.
    /// </summary>
    /// <param name="beside">Tokens of every prompt that are no part of the conversation.</param>
    public long TokensBeside(long beside) => Math.Max(Tokens, CountedBeside(beside) ?? 0);

    /// <summary>The size as the far end counted it with its last answer, and a guess for what came after; nothing where no row says it.</summary>
    /// <param name="beside">Tokens of every prompt that are no part of the conversation.</param>
    public long? CountedBeside(long beside)
    {
        var after = 0L;
        for (var i = Rows.Count - 1; i >= 0; i--)
        {
            var (_, tokens, message) = Rows[i];
            if (message.Usage is { } usage && usage.Input + (usage.CacheRead ?? 0) + (usage.CacheWrite ?? 0) is > 0 and var prompt
                && message.Timestamp > (Earlier?.CreatedAt ?? 0))
            {
                return prompt + usage.Output - beside + after;
            }

            after += tokens;
        }

        return null;
    }

    public static CompactionView Of(Sessions.Transcript.Compaction? earlier, IEnumerable<StoredMessage> stored)
    {
        var rows = stored
            .Where(row => row.Seq >= (earlier?.FirstKeptSeq ?? 0))
            .Select(static row => new CompactionRow(row.Seq, PromptBudget.Estimate(row.Body), row.Read()))
            .Where(static row => !TranscriptMembers.IsExcludedFromContext(row.Message));
        return new CompactionView(earlier, [.. rows]);
    }
}
