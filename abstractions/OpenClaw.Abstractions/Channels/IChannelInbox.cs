namespace OpenClaw.Channels;

/// <summary>Where a channel puts what it receives. Thread-safe.</summary>
public interface IChannelInbox
{
    /// <summary>
    /// Hands over a message. When this returns <see cref="InboundDisposition.Stored"/> or
    /// <see cref="InboundDisposition.Duplicate"/>, the message is on disk and the platform may be acknowledged. Handing the
    /// same message over again is safe.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the wait; the message may then be stored or not, so hand it over again.</param>
    /// <exception cref="OpenClaw.Plugins.PluginStoppedException">The channel was stopped; do not acknowledge.</exception>
    ValueTask<InboundReceipt> AcceptAsync(InboundMessage message, CancellationToken cancellationToken);
}
