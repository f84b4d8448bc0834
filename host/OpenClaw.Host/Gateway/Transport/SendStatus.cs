namespace OpenClaw.Host.Gateway.Transport;

/// <summary>What became of a frame given to <see cref="OutboundQueue"/>.</summary>
internal enum SendStatus
{
    Queued,

    /// <summary>A droppable event was left out because the peer lags.</summary>
    Dropped,

    /// <summary>The peer lags too far; its connection is being closed.</summary>
    Overflowed,

    /// <summary>The connection is closing or gone.</summary>
    Closed,
}
