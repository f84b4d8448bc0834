using System.Text;
using OpenClaw.Channels;
using OpenClaw.Content;
using OpenClaw.Surfaces;

namespace OpenClaw.Samples.HttpChat;

/// <summary>A message as the server tells it.</summary>
internal sealed record IncomingMessage(
    string? Id, string Chat, string Sender, string Text, bool IsGroup = false, string? Thread = null, string? SenderName = null, bool Mentions = false, long SentAt = 0)
{
    public InboundMessage ToInbound(string account) => new()
    {
        // Who brings messages without ids may bring one twice: it is known by who wrote what when.
        MessageId = WebhookSignature.EventKey(Id, account, Sender, DateTimeOffset.FromUnixTimeMilliseconds(SentAt), Encoding.UTF8.GetBytes($"{Chat}\n{Text}")),
        Chat = new ChatAddress(Chat, IsGroup ? ChatKind.Group : ChatKind.Direct, Thread),
        Sender = new ChatUser(Sender, SenderName),
        SentAt = DateTimeOffset.FromUnixTimeMilliseconds(SentAt),
        Parts = [new TextPart(Text)],
        MentionsAccount = Mentions || !IsGroup,
    };
}
