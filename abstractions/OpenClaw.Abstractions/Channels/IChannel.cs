namespace OpenClaw.Channels;

/// <summary>
/// One account of a chat platform. The host creates an instance for each configured account, starts it, supervises it and
/// restarts it with back-off when it fails. Members other than start and stop may be called concurrently.
/// </summary>
/// <remarks>
/// Abilities that not every platform has are further interfaces on the same object: <see cref="IChannelLogin"/>,
/// <see cref="IChannelTyping"/>, <see cref="IChannelReactions"/>, <see cref="IChannelEdits"/>, <see cref="IChannelDirectory"/>,
/// <see cref="IChannelCommands"/>, <see cref="IChannelProbe"/>, <see cref="IChannelPolls"/>, <see cref="IChannelHistory"/>,
/// <see cref="IChannelMembers"/>, <see cref="IChannelVerdicts"/>.
/// </remarks>
public interface IChannel : IAsyncDisposable
{
    /// <summary>Evidence of how the account is doing: what was last seen, not what is hoped. Cheap; called often.</summary>
    ChannelStatus Status { get; }

    /// <summary>
    /// Connects and begins to receive. Returns once running; the loop goes on in the background. The host waits 60 seconds at most.
    /// </summary>
    /// <param name="inbox">Where received messages go. The platform is acknowledged only after the inbox answered.</param>
    /// <param name="cancellationToken">Cancelled when the host gives up waiting.</param>
    /// <exception cref="ChannelException">The account cannot run; the kind says whether trying again can help.</exception>
    Task StartAsync(IChannelInbox inbox, CancellationToken cancellationToken);

    /// <summary>Stops receiving and hangs up. The host waits 15 seconds at most.</summary>
    /// <param name="cancellationToken">Cancelled when the host gives up waiting.</param>
    Task StopAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Sends one message. The host calls in order for each destination and has written the attempt to disk before.
    /// </summary>
    /// <param name="message">What to send; already cut to the limits of the descriptor.</param>
    /// <param name="cancellationToken">Cancelled at the deadline of the attempt.</param>
    /// <returns>
    /// What became of it. Expected failures are values; an exception counts as <see cref="SendUnknown"/>, since the message may
    /// have left.
    /// </returns>
    Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken);
}
