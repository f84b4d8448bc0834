using OpenClaw.Channels;
using OpenClaw.Content;

namespace OpenClaw.Host.Channels.Outbox;

/// <summary>
/// The way from the outbox to running accounts. Whoever runs the accounts implements it; the outbox decides what is sent, when, and
/// whether again. Members may be called concurrently and never throw but where they say so.
/// </summary>
/// <remarks>
/// The outbox calls <see cref="SendAsync"/> once at a time for each destination, after the attempt is on disk. It stops before the
/// accounts do, so a stop takes no running account away from a send.
/// </remarks>
internal interface IChannelSender
{
    /// <summary>
    /// Says that an account runs now: channel and account. What waits for it goes at once. Raised for every start, also after a failure,
    /// a login or a swap of the plugin; a listener only sets a signal.
    /// </summary>
    event Action<string, string>? AccountStarted;

    /// <summary>The channel as its plugin describes it, or null while no plugin offers it.</summary>
    ChannelDescriptor? Find(string channelId);

    /// <summary>Whether the account runs now, so that handing it a message makes sense. Cheap; asked often.</summary>
    bool IsRunning(string channelId, string accountId);

    /// <summary>Hands one message to <see cref="IChannel.SendAsync"/> of a running account.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="message">The message, cut to the channel's limits.</param>
    /// <param name="cancellationToken">Cancelled at the deadline of the attempt.</param>
    /// <returns>
    /// The channel's own answer, or null when the account does not run: then nothing was handed over, the message waits for
    /// <see cref="AccountStarted"/>, and no attempt is counted.
    /// </returns>
    /// <exception cref="Exception">
    /// The channel had the message and threw, was cut off or unloaded: nobody knows whether it was sent. Where it is certain that the
    /// channel did not get the message, answer null or <see cref="SendRetryable"/> instead.
    /// </exception>
    Task<SendOutcome?> SendAsync(string channelId, string accountId, OutboundMessage message, CancellationToken cancellationToken);

    /// <summary>Replaces the content of a message that was sent. Null when the account does not run; what the channel throws comes through.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="chat">Where.</param>
    /// <param name="messageId">The platform's id of the message.</param>
    /// <param name="parts">The new content.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<SendOutcome?> EditAsync(
        string channelId, string accountId, ChatAddress chat, string messageId, IReadOnlyList<MessagePart> parts, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome?>(Unsupported);

    /// <summary>Removes a message that was sent. Null when the account does not run; what the channel throws comes through.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="chat">Where.</param>
    /// <param name="messageId">The platform's id of the message.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<SendOutcome?> DeleteAsync(string channelId, string accountId, ChatAddress chat, string messageId, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome?>(Unsupported);

    /// <summary>Puts a poll into a chat. Null when the account does not run; what the channel throws comes through.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="chat">Where.</param>
    /// <param name="poll">The poll.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<SendOutcome?> PollAsync(string channelId, string accountId, ChatAddress chat, ChannelPoll poll, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome?>(Unsupported);

    /// <summary>Sets or takes away a reaction. Null when the account does not run; what the channel throws comes through.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="chat">Where.</param>
    /// <param name="messageId">The platform's id of the message.</param>
    /// <param name="emoji">The reaction; null takes it away.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<SendOutcome?> ReactAsync(string channelId, string accountId, ChatAddress chat, string messageId, string? emoji, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome?>(Unsupported);

    /// <summary>The channel cannot.</summary>
    static SendRefused Unsupported { get; } = new("unsupported", "this channel cannot do that");

    /// <summary>Shows once that an answer is being written. False when the account does not run or cannot; what the channel throws comes through.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="chat">Where.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<bool> ShowTypingAsync(string channelId, string accountId, ChatAddress chat, CancellationToken cancellationToken);
}
