namespace OpenClaw.Host.Gateway.Transport;

/// <summary>How reading one message ended.</summary>
internal enum ReceiveStatus
{
    Message,

    /// <summary>The peer sent its close frame.</summary>
    Closed,

    /// <summary>The message passed the limit; what was read of it is gone.</summary>
    TooBig,
}
