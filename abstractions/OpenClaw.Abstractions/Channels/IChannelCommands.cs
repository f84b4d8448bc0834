namespace OpenClaw.Channels;

/// <summary>Optional ability of an <see cref="IChannel"/>: listing the commands of the gateway where people write them.</summary>
public interface IChannelCommands
{
    /// <summary>Lists the commands. The host calls after each start; a failure is logged and ignored.</summary>
    /// <param name="commands">The commands, the most useful first.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task OfferAsync(IReadOnlyList<ChannelCommand> commands, CancellationToken cancellationToken);
}
