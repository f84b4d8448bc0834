using System.Text.RegularExpressions;

namespace OpenClaw.Host.Channels.Outbox.Replies;

/// <summary>Marks that a model puts into its answer to say how it is sent. They act and are taken out.</summary>
/// <param name="Text">The answer without them.</param>
/// <param name="RepliesToCurrent">Whether it answers the message it came from.</param>
/// <param name="ReplyTo">The message it answers, where it names one.</param>
internal sealed partial record ReplyTags(string Text, bool RepliesToCurrent, string? ReplyTo)
{
    public static ReplyTags Of(string text)
    {
        if (!text.Contains("[[", StringComparison.Ordinal))
            return new ReplyTags(text.Trim(), false, null);
        var isCurrent = false;
        string? named = null;
        var rest = Tag().Replace(text, match =>
        {
            if (match.Groups["id"] is { Success: true, Value: var id })
                named ??= id;
            isCurrent |= match.Groups["current"].Success;
            return "";
        });
        return new ReplyTags(rest.Trim(), isCurrent, named);
    }

    // Every repetition is bounded: an answer is as long as a model likes it.
    [GeneratedRegex(
        @"\[\[ {0,4}(?:(?<current>reply_to_current)|reply_to {0,4}: {0,4}(?<id>[^\[\]\s]{1,256})|audio_as_voice) {0,4}\]\][ \t]?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}
