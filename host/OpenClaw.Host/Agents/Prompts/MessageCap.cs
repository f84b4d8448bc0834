using OpenClaw.Agents;
using OpenClaw.Content;
using OpenClaw.Host.Agents.Compaction;

namespace OpenClaw.Host.Agents.Prompts;

/// <summary>Leaves a model the newest messages only (<c>session.maxMessages</c>). The transcript is not changed.</summary>
internal static class MessageCap
{
    /// <param name="messages">The conversation, mended: results follow their calls.</param>
    /// <param name="limit">How many are sent at most; a call and its results go together even where that alone is more.</param>
    public static IReadOnlyList<ModelMessage> Apply(IReadOnlyList<ModelMessage> messages, int? limit)
    {
        if (limit is not { } most || messages.Count <= most)
            return messages;
        var hasSummary = IsSummary(messages[0]);
        var first = Math.Max(hasSummary ? 1 : 0, messages.Count - Math.Max(1, hasSummary ? most - 1 : most));
        first = FirstFrom(messages, first, hasSummary);
        return [.. hasSummary ? messages.Take(1) : [], .. messages.Skip(first)];
    }

    /// <summary>A result is never first. Without a summary a person begins, wherever one still speaks.</summary>
    private static int FirstFrom(IReadOnlyList<ModelMessage> messages, int from, bool hasSummary)
    {
        for (var i = from; i < messages.Count; i++)
        {
            if (messages[i].Role == ModelRole.User || (hasSummary && messages[i].Role == ModelRole.Assistant))
                return i;
        }

        for (var i = from; i < messages.Count; i++)
        {
            if (messages[i].Role == ModelRole.Assistant)
                return i;
        }

        // Nothing but results is left: their calls come along.
        return Math.Max(0, from - 1);
    }

    private static bool IsSummary(ModelMessage message) =>
        message.Role == ModelRole.User && message.Parts is [TextPart text] && SummaryText.IsSummary(text.Text);
}
