namespace OpenClaw.Channels;

/// <summary>An account cannot run. The text is shown to users: no secrets, and the fix where there is one.</summary>
public sealed class ChannelException : Exception
{
    /// <summary>Creates the exception without a text.</summary>
    public ChannelException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, and the fix if there is one.</param>
    public ChannelException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    /// <param name="message">What happened, and the fix if there is one.</param>
    /// <param name="innerException">The cause.</param>
    public ChannelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether trying again can help. When not, the host waits for a change of configuration.</summary>
    public bool IsTransient { get; init; } = true;

    /// <summary>Whether a login is what is missing.</summary>
    public bool NeedsLogin { get; init; }
}
