namespace OpenClaw.Channels;

/// <summary>Optional ability of an <see cref="IChannel"/>: asking the people of a chat to choose.</summary>
public interface IChannelPolls
{
    /// <summary>Puts a poll into a chat.</summary>
    /// <param name="chat">Where.</param>
    /// <param name="poll">The poll.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>What became of it. Expected failures are values; an exception counts as <see cref="SendUnknown"/>.</returns>
    Task<SendOutcome> PollAsync(ChatAddress chat, ChannelPoll poll, CancellationToken cancellationToken);
}
