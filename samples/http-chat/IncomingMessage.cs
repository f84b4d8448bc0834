using OpenClaw.Channels;
using OpenClaw.Content;

namespace OpenClaw.Samples.HttpChat;

/// <summary>A message as the server tells it.</summary>
internal sealed record IncomingMessage(
    string Id, string Chat, string Sender, string Text, bool IsGroup = false, string? Thread = null, string? SenderName = null, bool Mentions = false, long SentAt = 0)
{
    public InboundMessage ToInbound() => new()
    {
        MessageId = Id,
        Chat = new ChatAddress(Chat, IsGroup ? ChatKind.Group : ChatKind.Direct, Thread),
        Sender = new ChatUser(Sender, SenderName),
        SentAt = DateTimeOffset.FromUnixTimeMilliseconds(SentAt),
        Parts = [new TextPart(Text)],
        MentionsAccount = Mentions || !IsGroup,
    };
}
