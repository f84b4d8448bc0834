namespace OpenClaw.Channels;

/// <summary>Optional ability of an <see cref="IChannel"/>: asking the platform, at this moment, whether the account works.</summary>
public interface IChannelProbe
{
    /// <summary>Asks. What the platform answers is a value, whatever it is; an exception counts as a failure of the probe.</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<ChannelProbe> ProbeAsync(CancellationToken cancellationToken);
}
