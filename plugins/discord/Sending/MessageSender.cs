using OpenClaw.Channels.Discord.Api;
using OpenClaw.Channels.Discord.Wire;
using OpenClaw.Content;

namespace OpenClaw.Channels.Discord.Sending;

/// <summary>Sends messages. Each has a nonce, so that one that is sent twice is shown once.</summary>
internal sealed class MessageSender(MessageApi api, Destination destination, MessageBody bodies, AnswerSender answers, OpenSends open)
{
    public async Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var files = message.Parts.OfType<MediaPart>().Select(static part => part.Media).Take(UploadForm.MostFiles).ToList();
        if (files.Count == 0 && string.IsNullOrWhiteSpace(MessageBody.TextOf(message.Parts)))
            return new SendRefused("empty", "there is nothing to send");
        if (await answers.TrySendAsync(message, files, cancellationToken) is { } answered)
            return answered;
        try
        {
            var chat = answers.PrivateChatOf(message) ?? message.Chat;
            return await destination.FindAsync(chat, cancellationToken) is { } channel
                ? await SendAsync(channel, chat == message.Chat ? message : message with { ReplyToMessageId = null }, files, cancellationToken)
                : Destination.Unknown(chat.ChatId);
        }
        catch (ApiException error)
        {
            // Nothing was sent yet: only the chat was looked for.
            return Outcomes.OfRepeatable(error);
        }
    }

    private async Task<SendOutcome> SendAsync(string channel, OutboundMessage message, List<Media> files, CancellationToken cancellationToken)
    {
        var nonce = Nonce.Of(message.IdempotencyKey);
        var body = bodies.Of(message);
        (body["nonce"], body["enforce_nonce"]) = (nonce, true);
        return await open.SendAsync(nonce, OpenSends.Trusted, async () => Accepted(
            await api.SendAsync(channel, UploadForm.Of(body, files), files.Count > 0, cancellationToken)));
    }

    internal static SendAccepted Accepted(SentMessage sent) => new(sent.Id, sent.ChannelId);
}
