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

    public static CompactionView Of(Sessions.Transcript.Compaction? earlier, IEnumerable<StoredMessage> stored)
    {
        var rows = stored
            .Where(row => row.Seq >= (earlier?.FirstKeptSeq ?? 0))
            .Select(static row => new CompactionRow(row.Seq, PromptBudget.Estimate(row.Body), row.Read()))
            .Where(static row => !TranscriptMembers.IsExcludedFromContext(row.Message));
        return new CompactionView(earlier, [.. rows]);
    }
}
