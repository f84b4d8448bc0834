namespace OpenClaw.Channels;

/// <summary>Optional ability of an <see cref="IChannel"/>: showing that an answer is being written.</summary>
public interface IChannelTyping
{
    /// <summary>Shows the sign once. The host calls again while the answer takes; failures are ignored.</summary>
    /// <param name="chat">Where.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task ShowTypingAsync(ChatAddress chat, CancellationToken cancellationToken);
}
