namespace OpenClaw.Channels;

/// <summary>Optional ability of an <see cref="IChannel"/>: reacting to a message.</summary>
public interface IChannelReactions
{
    /// <summary>Sets or removes the account's own reaction.</summary>
    /// <param name="chat">Where.</param>
    /// <param name="messageId">The platform's id of the message.</param>
    /// <param name="emoji">The reaction; <see langword="null"/> removes it.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<SendOutcome> ReactAsync(ChatAddress chat, string messageId, string? emoji, CancellationToken cancellationToken);
}
