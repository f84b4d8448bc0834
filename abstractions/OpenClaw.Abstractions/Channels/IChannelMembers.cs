namespace OpenClaw.Channels;

/// <summary>Optional ability of an <see cref="IChannel"/>: naming those who are in a group.</summary>
public interface IChannelMembers
{
    /// <summary>Lists people of a group.</summary>
    /// <param name="chat">The group.</param>
    /// <param name="limit">Most results, 1 to 200.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ChannelException">The platform did not name them.</exception>
    Task<IReadOnlyList<ChatUser>> ListMembersAsync(ChatAddress chat, int limit, CancellationToken cancellationToken);
}
