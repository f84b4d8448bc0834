namespace OpenClaw.Channels.WhatsApp.Connecting;

/// <summary>The login that is under way; one at a time.</summary>
internal sealed class LoginDesk
{
    private LoginAttempt? _current;

    public LoginAttempt? Current => Volatile.Read(ref _current);

    /// <exception cref="ChannelException">Another one is under way.</exception>
    public void Open(LoginAttempt attempt)
    {
        if (Interlocked.CompareExchange(ref _current, attempt, null) is not null)
            throw new ChannelException("another login of this account is under way; wait until it ends, at most three minutes");
    }

    public void Close(LoginAttempt attempt) => Interlocked.CompareExchange(ref _current, null, attempt);
}
