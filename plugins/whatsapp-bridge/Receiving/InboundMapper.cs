using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Channels.WhatsApp.Settings;
using OpenClaw.Channels.WhatsApp.Wire;
using OpenClaw.Content;

namespace OpenClaw.Channels.WhatsApp.Receiving;

/// <summary>Makes of the bridge's events what the gateway takes. Only the envelope says who wrote; nothing in the text does.</summary>
internal sealed class InboundMapper(WhatsAppSettings settings, string account, TimeProvider time)
{
    private const string DefaultAccount = "default";

    /// <returns>Nothing where it is no message that anybody is answered to.</returns>
    public InboundMessage? Map(MessageNote note, AccountNote? me)
    {
        if (note.Key is not { Id: { Length: > 0 } id, Chat: { Length: > 0 } chat } key || Jids.Person(note.Sender?.Phone, note.Sender?.Jid) is not { } sender)
            return null;
        if (note.Self ? settings.SelfChatMode == false : key.FromMe)
            return null;
        var parts = Parts(note);
        return parts.Count == 0 ? null : new InboundMessage
        {
            EventId = EventOf(key),
            MessageId = id,
            Chat = ChatOf(chat, sender, note.Group),
            Sender = new ChatUser(sender, note.Sender?.Name),
            SentAt = MomentOf(note.Timestamp),
            Parts = parts,
            ReplyTo = QuoteOf(note.Quoted),
            MentionsAccount = !Jids.IsGroup(chat) || Addressing.IsForAccount(note, me),
            IsEdit = note.Edited,
            PlatformData = Facts(chat, note.Self),
        };
    }

    /// <returns>Nothing where it cannot be told what was reacted to, or by whom.</returns>
    public InboundMessage? Map(ReactionNote note)
    {
        if (note.Target is not { Id: { Length: > 0 } target } about || note.Key is not { Id: { Length: > 0 } id, Chat: { Length: > 0 } chat } key
            || key.FromMe || Jids.Person(note.Sender?.Phone, note.Sender?.Jid) is not { } sender)
            return null;
        var isRemoved = string.IsNullOrEmpty(note.Emoji);
        return new InboundMessage
        {
            EventId = EventOf(key),
            MessageId = id,
            Chat = ChatOf(chat, sender, note.Group),
            Sender = new ChatUser(sender, note.Sender?.Name),
            SentAt = MomentOf(note.Timestamp),
            Parts = [],
            Reaction = new InboundReaction { MessageId = target, Added = isRemoved ? [] : [note.Emoji!], ToAccount = about.FromMe },
            PlatformData = Facts(chat, isSelf: false),
        };
    }

    // Ids are chosen by who writes: with chat and author they cannot be those of somebody else.
    private static string EventOf(MessageKey key) => $"{key.Chat}:{key.Participant}:{key.Id}";

    private static ChatAddress ChatOf(string chat, string sender, GroupNote? group) =>
        Jids.IsGroup(chat) ? new ChatAddress(chat, ChatKind.Group, Title: group?.Subject) : new ChatAddress(sender, ChatKind.Direct);

    private static List<MessagePart> Parts(MessageNote note)
    {
        var parts = new List<MessagePart>();
        var text = note.Text;
        if (note.Media is { Error: { } error })
            text = $"{text}\n[media unavailable: {error}]".Trim();
        if (!string.IsNullOrEmpty(text))
            parts.Add(new TextPart(text));
        if (note.Media is { Path: { Length: > 0 } path } media)
            parts.Add(new MediaPart(FileOf(path, media)));
        return parts;
    }

    private static Media FileOf(string path, MediaNote media) =>
        new(string.IsNullOrWhiteSpace(media.Mime) ? "application/octet-stream" : media.Mime, _ => ValueTask.FromResult<Stream>(File.OpenRead(path)))
        {
            FileName = string.IsNullOrWhiteSpace(media.FileName) ? Path.GetFileName(path) : media.FileName,
            Length = media.Bytes is >= 0 ? media.Bytes : null,
        };

    private static QuotedMessage? QuoteOf(QuotedNote? quoted) => quoted is { Id: { Length: > 0 } id }
        ? new QuotedMessage(id, quoted.Text, Jids.Person(quoted.Phone, quoted.Sender) is { } author ? new ChatUser(author) : null)
        : null;

    /// <summary>Words for the gateway: the account writes to itself, or has sessions of its own in groups that several accounts are in.</summary>
    private JsonElement Facts(string chat, bool isSelf)
    {
        var facts = new JsonObject();
        if (isSelf)
            facts["fromAccountItself"] = true;
        if (Jids.IsGroup(chat) && account != DefaultAccount)
            facts["sessionThread"] = $"whatsapp-account-{account}";
        return facts.Count == 0 ? default : JsonElement.Parse(facts.ToJsonString());
    }

    private DateTimeOffset MomentOf(long seconds) => seconds is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : time.GetUtcNow();
}
