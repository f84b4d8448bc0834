using System.Text.Json.Nodes;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Telegram.Receiving;
using OpenClaw.Channels.Telegram.Settings;
using OpenClaw.Content;

namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>Sends, changes and removes messages.</summary>
internal sealed class MessageSender(Bot bot, TelegramSettings settings, TimeProvider time)
{
    private const string TooMany = "more messages wait for this chat than Telegram takes";

    private readonly TextSender _texts = new(bot, settings);
    private readonly FileSender _files = new(bot);
    private readonly PollSender _polls = new(bot);
    private readonly SendPace _pace = new(time);

    public async Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        if (Destination.Of(message.Chat) is not { } parameters)
            return Destination.Unknown(message.Chat.ChatId);
        if (message.Silent)
            parameters["disable_notification"] = true;
        if (MessageIds.Number(message.ReplyToMessageId) is { } answered)
            parameters["reply_parameters"] = new JsonObject { ["message_id"] = answered, ["allow_sending_without_reply"] = true };
        if (Keyboard.Of(message.Buttons) is { } keyboard)
            parameters["reply_markup"] = keyboard;
        var files = message.Parts.OfType<MediaPart>().Select(static part => part.Media).Take(FileSender.LargestAlbum).ToList();
        var text = TextOf(message.Parts);
        if (files.Count == 0 && text.Trim().Length == 0)
            return new SendRefused("empty", "there is nothing to send");
        if (await _pace.TakeAsync(message.Chat.ChatId, cancellationToken) is { } wait)
            return new SendRetryable(TooMany, wait);
        if (files.Count > 0)
            return await _files.SendAsync(files, CaptionOf(files, text), parameters, cancellationToken);
        return await _texts.SendAsync(text, parameters, cancellationToken);
    }

    public async Task<SendOutcome> PollAsync(ChatAddress chat, ChannelPoll poll, CancellationToken cancellationToken) =>
        await _pace.TakeAsync(chat.ChatId, cancellationToken) is { } wait ? new SendRetryable(TooMany, wait) : await _polls.SendAsync(chat, poll, cancellationToken);

    public async Task<SendOutcome> EditAsync(ChatAddress chat, string messageId, IReadOnlyList<MessagePart> parts, CancellationToken cancellationToken)
    {
        if (MessageOf(chat, messageId) is not { } parameters)
            return Destination.Unknown(chat.ChatId);
        _pace.Note(chat.ChatId);
        return await _texts.EditAsync(TextOf(parts), parameters, messageId, cancellationToken);
    }

    public async Task<SendOutcome> DeleteAsync(ChatAddress chat, string messageId, CancellationToken cancellationToken)
    {
        if (MessageOf(chat, messageId) is not { } parameters)
            return Destination.Unknown(chat.ChatId);
        return await DoAsync(() => bot.DeleteMessageAsync(parameters, cancellationToken), messageId);
    }

    public async Task<SendOutcome> ReactAsync(ChatAddress chat, string messageId, string? emoji, CancellationToken cancellationToken)
    {
        if (MessageOf(chat, messageId) is not { } parameters)
            return Destination.Unknown(chat.ChatId);
        var reaction = new JsonArray();
        if (emoji is not null)
            reaction.Add((JsonNode)new JsonObject { ["type"] = "emoji", ["emoji"] = emoji });
        parameters["reaction"] = reaction;
        return await DoAsync(() => bot.SetReactionAsync(parameters, cancellationToken), messageId);
    }

    public async Task ShowTypingAsync(ChatAddress chat, CancellationToken cancellationToken)
    {
        if (Destination.Of(chat, isSign: true) is not { } parameters)
            return;
        parameters["action"] = "typing";
        try
        {
            await bot.SendChatActionAsync(parameters, cancellationToken);
        }
        catch (ApiException error)
        {
            throw new ChannelException(error.Message);
        }
    }

    private static async Task<SendOutcome> DoAsync(Func<Task> call, string messageId)
    {
        try
        {
            await call();
            return new SendAccepted(messageId);
        }
        catch (ApiException error)
        {
            return Outcomes.OfRepeatable(error);
        }
    }

    private static JsonObject? MessageOf(ChatAddress chat, string messageId) =>
        Destination.Chat(chat.ChatId) is { } id && MessageIds.Number(messageId) is { } number
            ? new JsonObject { ["chat_id"] = id, ["message_id"] = number }
            : null;

    private static string CaptionOf(List<Media> files, string text) =>
        text.Length > 0 ? text : files.Select(static file => file.Caption).FirstOrDefault(static caption => !string.IsNullOrEmpty(caption)) ?? "";

    private static string TextOf(IReadOnlyList<MessagePart> parts) => string.Join('\n', parts.OfType<TextPart>().Select(static part => part.Text));
}
