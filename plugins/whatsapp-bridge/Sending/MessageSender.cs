using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using OpenClaw.Channels.WhatsApp.Bridge;
using OpenClaw.Channels.WhatsApp.Formatting;
using OpenClaw.Channels.WhatsApp.Settings;
using OpenClaw.Content;

namespace OpenClaw.Channels.WhatsApp.Sending;

/// <summary>Sends, changes and removes messages.</summary>
internal sealed class MessageSender(BridgeCalls calls, FileSender files, TypingSigns signs)
{
    public async Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        if (Jids.Chat(message.Chat.ChatId) is not { } to)
            return Outcomes.NoChat(message.Chat.ChatId);
        var media = message.Parts.OfType<MediaPart>().Select(static part => part.Media).ToList();
        var text = WhatsAppText.Of(TextOf(message));
        if (media.Count == 0 && text.Trim().Length == 0)
            return new SendRefused("empty", "there is nothing to send");
        var parameters = new JsonObject { ["to"] = to, ["clientId"] = KeyOf(message.IdempotencyKey, 0) };
        if (message.ReplyToMessageId is { Length: > 0 } answered)
            parameters["quoted"] = new JsonObject { ["key"] = new JsonObject { ["id"] = answered, ["chat"] = to } };
        if (Mentions.Of(text) is { Count: > 0 } mentions)
            parameters["mentions"] = mentions;
        var outcome = media.Count > 0
            ? await files.SendAsync(media, text, parameters, number => KeyOf(message.IdempotencyKey, number), cancellationToken)
            : await TryAsync(() => SendTextAsync(parameters, text, cancellationToken), Outcomes.Of);
        if (outcome is SendAccepted)
            await signs.EndAsync(to);
        return outcome;
    }

    public Task<SendOutcome> PollAsync(ChatAddress chat, ChannelPoll poll, CancellationToken cancellationToken) => WithChat(chat, to => TryAsync(
        () => calls.SendAsync(
            "poll",
            new JsonObject
            {
                ["to"] = to,
                ["name"] = poll.Question,
                ["options"] = new JsonArray([.. poll.Options.Select(static option => JsonValue.Create(option))]),
                ["selectable"] = poll.MaxSelections,
                ["clientId"] = KeyOf(poll.IdempotencyKey, 0),
            },
            cancellationToken),
        Outcomes.Of));

    public Task<SendOutcome> EditAsync(ChatAddress chat, string messageId, IReadOnlyList<MessagePart> parts, CancellationToken cancellationToken) => WithChat(chat, to =>
        ChangeAsync("edit", messageId, new JsonObject { ["key"] = OwnKey(to, messageId), ["text"] = WhatsAppText.Of(Join(parts)) }, cancellationToken));

    public Task<SendOutcome> DeleteAsync(ChatAddress chat, string messageId, CancellationToken cancellationToken) => WithChat(chat, to =>
        ChangeAsync("delete", messageId, new JsonObject { ["key"] = OwnKey(to, messageId) }, cancellationToken));

    // Whose message it is, the bridge knows.
    public Task<SendOutcome> ReactAsync(ChatAddress chat, string messageId, string? emoji, CancellationToken cancellationToken) => WithChat(chat, to =>
        ChangeAsync("react", messageId, new JsonObject { ["key"] = new JsonObject { ["id"] = messageId, ["chat"] = to }, ["emoji"] = emoji ?? "" }, cancellationToken));

    private Task<SendOutcome> ChangeAsync(string op, string messageId, JsonObject parameters, CancellationToken cancellationToken) => TryAsync(
        async () =>
        {
            await calls.SignAsync(op, parameters, cancellationToken);
            return messageId;
        },
        Outcomes.OfRepeatable);

    private Task<string> SendTextAsync(JsonObject parameters, string text, CancellationToken cancellationToken)
    {
        parameters["text"] = text;
        return calls.SendAsync("sendText", parameters, cancellationToken);
    }

    private static Task<SendOutcome> WithChat(ChatAddress chat, Func<string, Task<SendOutcome>> send) =>
        Jids.Chat(chat.ChatId) is { } to ? send(to) : Task.FromResult<SendOutcome>(Outcomes.NoChat(chat.ChatId));

    private static async Task<SendOutcome> TryAsync(Func<Task<string>> call, Func<BridgeException, SendOutcome> outcomeOf)
    {
        try
        {
            return new SendAccepted(await call());
        }
        catch (BridgeException error)
        {
            return outcomeOf(error);
        }
    }

    private static JsonObject OwnKey(string to, string messageId) => new() { ["id"] = messageId, ["chat"] = to, ["fromMe"] = true };

    // By it the bridge makes the message's id, so that a message of ours is known when it comes back.
    private static string KeyOf(string key, int number) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{number}")))[..32];

    private static string TextOf(OutboundMessage message)
    {
        var text = Join(message.Parts);
        var buttons = string.Join('\n', message.Buttons.SelectMany(static row => row).Select(static button => $"- {button.Label}"));
        return buttons.Length == 0 ? text : $"{text}\n\n{buttons}";
    }

    private static string Join(IReadOnlyList<MessagePart> parts) => string.Join('\n', parts.OfType<TextPart>().Select(static part => part.Text));
}
