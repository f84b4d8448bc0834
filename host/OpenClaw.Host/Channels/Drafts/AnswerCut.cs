using OpenClaw.Channels;
using OpenClaw.Host.Channels.Outbox.Replies;
using OpenClaw.Host.Channels.Text;

namespace OpenClaw.Host.Channels.Drafts;

/// <summary>How an answer that is not complete is cut into what is shown of it.</summary>
/// <param name="Prefix">What goes before each answer.</param>
/// <param name="Limit">The longest text of one message.</param>
/// <param name="Unit">How it is counted.</param>
/// <param name="ShowsAll">Whether all messages are shown, and not the first alone.</param>
internal sealed record AnswerCut(string? Prefix, int Limit, TextUnit Unit, bool ShowsAll)
{
    public IReadOnlyList<string> Of(string text)
    {
        var plain = ReplyMedia.Of(ReplyTags.Of(text).Text).Text;
        if (plain.Length == 0)
            return [];
        var pieces = TextCutter.Cut(ReplyPrefix.Put(Prefix, plain), Limit, Unit);
        return [.. ShowsAll ? pieces : pieces.Take(1)];
    }
}
