namespace OpenClaw.Host.Configuration.Model.Gateway;

/// <summary><c>gateway.websocket</c>: timers of the socket. Tick, frame and buffer limits are fixed by the protocol.</summary>
internal sealed record GatewayWebSocketConfig
{
    /// <summary>Protocol-level ping; independent of the tick event.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(25);

    public TimeSpan PingTimeout { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>From accept to the first <c>connect</c>.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Close after this long without traffic or pong; null leaves it to the ping.</summary>
    public TimeSpan? IdleTimeout { get; init; }

    public bool CompressionEnabled { get; init; }

    public int CompressionLevel { get; init; } = 6;
}
