using OpenClaw.Channels.Discord.Api;
using OpenClaw.Channels.Discord.Receiving;

namespace OpenClaw.Channels.Discord.Sending;

/// <summary>Finds the channel that a chat is: the one of its id, or the direct chat with a person. A thread counts before the channel it is in.</summary>
internal sealed class Destination(DirectChats directs, Servers servers)
{
    private const int LongestId = 20;

    /// <returns>Nothing where the text names no chat of Discord.</returns>
    /// <exception cref="ApiException">There is no such person, or Discord cannot be asked now.</exception>
    public async ValueTask<string?> FindAsync(ChatAddress chat, CancellationToken cancellationToken)
    {
        if (IsId(chat.ThreadId))
            return chat.ThreadId;
        if (!IsId(chat.ChatId))
            return null;
        // People write the bare id of a channel too; ids of people and channels are never the same.
        return chat.Kind == ChatKind.Direct && servers.Known(chat.ChatId) is null
            ? await directs.FindAsync(chat.ChatId, cancellationToken)
            : chat.ChatId;
    }

    public static bool IsId(string? text) => text is { Length: > 0 and <= LongestId } && text.All(char.IsAsciiDigit);

    public static SendRefused Unknown(string chatId) => new(
        "chat_not_found", $"\"{(chatId.Length <= 64 ? chatId : chatId[..64])}\" is no chat of Discord: give the number of a person (user:<id>) or of a channel (channel:<id>)");
}
