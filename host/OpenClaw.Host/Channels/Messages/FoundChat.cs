using OpenClaw.Channels;

namespace OpenClaw.Host.Channels.Messages;

/// <summary>A chat as clients see it.</summary>
internal sealed record FoundChat(string Id, string Kind, string? ThreadId = null, string? Title = null)
{
    public static FoundChat Of(ChatAddress chat) => new(
        chat.ChatId,
        chat.Kind switch
        {
            ChatKind.Direct => "direct",
            ChatKind.Group => "group",
            _ => "channel",
        },
        chat.ThreadId,
        chat.Title);
}
