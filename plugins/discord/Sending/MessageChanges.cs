using System.Text.Json;
using OpenClaw.Channels.Discord.Api;
using OpenClaw.Channels.Discord.Receiving;
using OpenClaw.Content;

namespace OpenClaw.Channels.Discord.Sending;

/// <summary>Changes, removes and marks messages. All of it may be done twice without harm.</summary>
internal sealed class MessageChanges(MessageApi api, Destination destination, MessageBody bodies)
{
    private const int MostReactions = 20;

    public Task<SendOutcome> EditAsync(ChatAddress chat, string messageId, IReadOnlyList<MessagePart> parts, CancellationToken cancellationToken) => DoAsync(
        chat, messageId, channel => api.EditAsync(channel, messageId, bodies.Text(MessageBody.TextOf(parts)), cancellationToken), cancellationToken);

    public Task<SendOutcome> DeleteAsync(ChatAddress chat, string messageId, CancellationToken cancellationToken) =>
        DoAsync(chat, messageId, channel => api.DeleteAsync(channel, messageId, cancellationToken), cancellationToken);

    public Task<SendOutcome> ReactAsync(ChatAddress chat, string messageId, string? emoji, CancellationToken cancellationToken) => DoAsync(
        chat,
        messageId,
        channel => emoji is null
            ? RemoveReactionsAsync(channel, messageId, cancellationToken)
            : api.ReactAsync(HttpMethod.Put, channel, messageId, Written(emoji), cancellationToken),
        cancellationToken);

    public async Task ShowTypingAsync(ChatAddress chat, CancellationToken cancellationToken)
    {
        try
        {
            if (await destination.FindAsync(chat, cancellationToken) is { } channel)
                await api.ShowTypingAsync(channel, cancellationToken);
        }
        catch (ApiException error)
        {
            throw new ChannelException(error.Message);
        }
    }

    // Discord keeps several of them for each message.
    private async Task RemoveReactionsAsync(string channel, string messageId, CancellationToken cancellationToken)
    {
        var message = await api.ReadOneAsync(channel, messageId, cancellationToken);
        if (message.ValueKind != JsonValueKind.Object || !message.TryGetProperty("reactions", out var reactions) || reactions.ValueKind != JsonValueKind.Array)
            return;
        foreach (var reaction in reactions.EnumerateArray().Take(MostReactions))
        {
            if (reaction.TryGetProperty("me", out var isOwn) && isOwn.ValueKind == JsonValueKind.True
                && reaction.TryGetProperty("emoji", out var emoji) && EventReader.Text(emoji, "name") is { Length: > 0 } name)
            {
                var written = EventReader.Text(emoji, "id") is { } id ? $"{name}:{id}" : name;
                await api.ReactAsync(HttpMethod.Delete, channel, messageId, written, cancellationToken);
            }
        }
    }

    private async Task<SendOutcome> DoAsync(ChatAddress chat, string messageId, Func<string, Task> call, CancellationToken cancellationToken)
    {
        try
        {
            if (!Destination.IsId(messageId) || await destination.FindAsync(chat, cancellationToken) is not { } channel)
                return Destination.Unknown(chat.ChatId);
            await call(channel);
            return new SendAccepted(messageId);
        }
        catch (ApiException error)
        {
            return Outcomes.OfRepeatable(error);
        }
    }

    /// <summary>A sign of a server is written as name and id, however it was given.</summary>
    private static string Written(string emoji)
    {
        var plain = emoji.Trim().Trim('<', '>');
        plain = plain.StartsWith("a:", StringComparison.Ordinal) ? plain[2..] : plain;
        return plain.TrimStart(':');
    }
}
