namespace OpenClaw.Channels;

/// <summary>Optional ability of an <see cref="IChannel"/>: finding people and chats.</summary>
public interface IChannelDirectory
{
    /// <summary>Finds chats the account can write to.</summary>
    /// <param name="query">Part of a name or id; empty for all.</param>
    /// <param name="limit">Most results, 1 to 200.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<ChatAddress>> FindChatsAsync(string query, int limit, CancellationToken cancellationToken);

    /// <summary>Finds people the account knows.</summary>
    /// <param name="query">Part of a name or id; empty for all.</param>
    /// <param name="limit">Most results, 1 to 200.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<ChatUser>> FindUsersAsync(string query, int limit, CancellationToken cancellationToken);
}
