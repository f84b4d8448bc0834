namespace OpenClaw.Channels;

/// <summary>Optional ability of an <see cref="IChannel"/>: reading what was written in a chat, from the platform itself.</summary>
public interface IChannelHistory
{
    /// <summary>Reads messages of a chat, the oldest first.</summary>
    /// <param name="chat">Where.</param>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ChannelException">The platform did not give them.</exception>
    Task<IReadOnlyList<ChannelPost>> ReadAsync(ChatAddress chat, HistoryQuery query, CancellationToken cancellationToken);
}
