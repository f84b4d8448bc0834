using System.Text.Json;
using OpenClaw.Channels;
using OpenClaw.Content;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Channels.Inbox;

namespace OpenClaw.Host.Tests.Channels;

/// <summary>Messages as tests need them.</summary>
internal static class Received
{
    public static readonly AccountKey Account = new("chat", "default");

    public static ReceivedMessage Direct(string text = "hello", string sender = "7") =>
        new() { ChatId = sender, ChatKind = ChatKind.Direct, SenderId = sender, Text = text };

    public static ReceivedMessage Group(string text = "hello", string sender = "7", string chat = "-100") =>
        new() { ChatId = chat, ChatKind = ChatKind.Group, SenderId = sender, SenderName = $"Person {sender}", Text = text };

    public static InboxRow Row(ReceivedMessage message, long id = 1) =>
        new() { Id = id, Account = Account, MessageId = $"m{id}", ReceivedAt = 0, Message = message };

    public static InboundMessage Inbound(string id, string text, string sender = "7") => new()
    {
        MessageId = id,
        Chat = new ChatAddress(sender, ChatKind.Direct),
        Sender = new ChatUser(sender),
        SentAt = DateTimeOffset.UnixEpoch,
        Parts = [new TextPart(text)],
    };

    public static JsonElement Json(string json) => JsonElement.Parse(json);
}
