namespace OpenClaw.Channels;

/// <summary>
/// Optional ability of an <see cref="IChannel"/>: hearing what the host decided about a message it handed over, for signs such as a
/// read receipt or a refusal that only the sender sees.
/// </summary>
public interface IChannelVerdicts
{
    /// <summary>
    /// Says what was decided. A courtesy: the host tries once, within 10 seconds, and a crash in between leaves it out. Failures are ignored.
    /// </summary>
    /// <param name="verdict">The decision.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task DecidedAsync(InboundVerdict verdict, CancellationToken cancellationToken);
}
