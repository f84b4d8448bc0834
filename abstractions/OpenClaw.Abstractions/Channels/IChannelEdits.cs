using OpenClaw.Content;

namespace OpenClaw.Channels;

/// <summary>Optional ability of an <see cref="IChannel"/>: changing and removing messages of its own.</summary>
public interface IChannelEdits
{
    /// <summary>Replaces the content of a message.</summary>
    /// <param name="chat">Where.</param>
    /// <param name="messageId">The platform's id of the message.</param>
    /// <param name="parts">The new content.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<SendOutcome> EditAsync(ChatAddress chat, string messageId, IReadOnlyList<MessagePart> parts, CancellationToken cancellationToken);

    /// <summary>Removes a message.</summary>
    /// <param name="chat">Where.</param>
    /// <param name="messageId">The platform's id of the message.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<SendOutcome> DeleteAsync(ChatAddress chat, string messageId, CancellationToken cancellationToken);
}
