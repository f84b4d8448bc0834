using System.Text.Json;
using OpenClaw.Channels.Discord.Api;
using OpenClaw.Channels.Discord.Receiving;
using OpenClaw.Channels.Discord.Sending;
using OpenClaw.Channels.Discord.State;
using OpenClaw.Channels.Discord.Wire;

namespace OpenClaw.Channels.Discord.Lookup;

/// <summary>Reads what was written in a chat.</summary>
internal sealed class HistoryReader(MessageApi api, Destination destination, Servers servers, TimeProvider time)
{
    private const int Most = 100;

    /// <exception cref="ChannelException">Discord does not give it.</exception>
    public async Task<IReadOnlyList<ChannelPost>> ReadAsync(ChatAddress chat, HistoryQuery query, User bot, CancellationToken cancellationToken)
    {
        try
        {
            if (await destination.FindAsync(chat, cancellationToken) is not { } channel)
                throw new ChannelException(Destination.Unknown(chat.ChatId).Reason);
            var list = await api.ReadAsync(channel, QueryOf(query), cancellationToken);
            return list.ValueKind != JsonValueKind.Array ? [] :
            [
                .. list.EnumerateArray().Select(static one => EventReader.Read(one, DiscordJson.Default.Message)).OfType<Message>()
                    .Where(static message => message.Author is not null)
                    .OrderBy(static message => ReadMarks.Number(message.Id))
                    .Select(message => PostOf(message, bot)),
            ];
        }
        catch (ApiException error)
        {
            throw new ChannelException(error.Message) { IsTransient = error.Fault != ApiFault.Refused };
        }
    }

    // Discord takes one of the two.
    private static string QueryOf(HistoryQuery query) =>
        $"limit={Math.Clamp(query.Limit, 1, Most)}"
        + (Destination.IsId(query.Before) ? $"&before={query.Before}" : Destination.IsId(query.After) ? $"&after={query.After}" : "");

    private ChannelPost PostOf(Message message, User bot) => new()
    {
        MessageId = message.Id,
        Sender = People.Of(message.Author!, message.Member, message.WebhookId is not null),
        SentAt = message.Timestamp ?? time.GetUtcNow(),
        Text = MessageParts.TextOf(message, bot, servers),
        ReplyToMessageId = message.MessageReference is { Type: MessageReference.Answer } answered ? answered.MessageId : null,
        HasMedia = MessageParts.FilesOf(message).Any(),
    };
}
