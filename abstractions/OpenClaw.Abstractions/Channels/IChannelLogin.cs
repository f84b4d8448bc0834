namespace OpenClaw.Channels;

/// <summary>Optional ability of an <see cref="IChannel"/>: linking the account by a code shown to a person.</summary>
public interface IChannelLogin
{
    /// <summary>Logs in. Steps come as the platform asks for them; the last one is <see cref="ChannelLoginStep.Done"/> or the stream throws.</summary>
    /// <param name="force">Whether to log in anew although the account is linked.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ChannelException">The login failed.</exception>
    IAsyncEnumerable<ChannelLoginStep> LoginAsync(bool force, CancellationToken cancellationToken);

    /// <summary>Logs in as asked. The host calls this one; what an older channel does not know of the request is left out.</summary>
    /// <param name="request">How.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ChannelException">The login failed.</exception>
    IAsyncEnumerable<ChannelLoginStep> LoginAsync(ChannelLoginRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return LoginAsync(request.Force, cancellationToken);
    }

    /// <summary>Logs out and forgets the credentials.</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task LogoutAsync(CancellationToken cancellationToken);
}
