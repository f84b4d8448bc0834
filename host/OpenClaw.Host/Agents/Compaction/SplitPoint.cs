using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Compaction;

/// <summary>Finds where the part of a conversation ends that a summary stands for.</summary>
internal static class SplitPoint
{
    /// <param name="rows">The conversation, oldest first.</param>
    /// <param name="keepTokens">What is to be kept at least.</param>
    /// <param name="keepTurns">Turns that are kept at least, as far as they fit.</param>
    /// <param name="most">What may be kept at most, the newest message aside.</param>
    /// <returns>The index of the first kept message; nothing where no message would be summarised.</returns>
    public static int? Find(IReadOnlyList<CompactionRow> rows, int keepTokens, int keepTurns, int most)
    {
        var found = 0;
        long tokens = 0;
        var turns = 0;
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            tokens += rows[i].Tokens;
            if (found > 0 && tokens > most)
                break;
            // A result never stands without its call: it cannot be the first.
            if (rows[i].Message.Role == MessageRoles.ToolResult)
                continue;
            found = i;
            if (rows[i].Message.Role == MessageRoles.User)
                turns++;
            if (tokens >= keepTokens && turns >= keepTurns)
                break;
        }

        return found > 0 ? found : null;
    }
}
