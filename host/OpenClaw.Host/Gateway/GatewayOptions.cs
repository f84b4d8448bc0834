using OpenClaw.Host.Configuration;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Gateway;

/// <summary>Limits and timers of the gateway's sockets. The defaults are those of the protocol.</summary>
internal sealed record GatewayOptions
{
    public int MaxHandshakeFrameBytes { get; init; } = GatewayLimits.MaxHandshakeFrameBytes;

    public int MaxPayloadBytes { get; init; } = GatewayLimits.MaxPayloadBytes;

    public int MaxBufferedBytes { get; init; } = GatewayLimits.MaxBufferedBytes;

    public TimeSpan HandshakeTimeout { get; init; } = GatewayLimits.HandshakeTimeout;

    public TimeSpan TickInterval { get; init; } = GatewayLimits.TickInterval;

    public TimeSpan HealthRefreshInterval { get; init; } = GatewayLimits.HealthRefreshInterval;

    public TimeSpan PingInterval { get; init; } = GatewayLimits.PingInterval;

    public TimeSpan PongTimeout { get; init; } = GatewayLimits.PingInterval;

    /// <summary>How long a peer may take to answer our close frame.</summary>
    public TimeSpan CloseGrace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Time between the <c>shutdown</c> event and the close frames.</summary>
    public TimeSpan ShutdownNotice { get; init; } = TimeSpan.FromMilliseconds(30);

    public int MaxUnauthenticatedPerAddress { get; init; } = GatewayLimits.MaxUnauthenticatedSocketsPerAddress;

    public int MaxUnauthenticated { get; init; } = 1_024;

    public int MaxConnections { get; init; } = 10_000;

    /// <summary>What one socket may have sent that is not read yet; the rest waits at its sender.</summary>
    public int MaxUnreadBytes { get; init; } = 1_048_576;

    /// <summary>Changes to the gateway itself, per method and caller, within <see cref="WriteWindow"/>.</summary>
    public int MaxWrites { get; init; } = 30;

    public TimeSpan WriteWindow { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Requests of one connection that run at the same time; further ones wait.</summary>
    public int MaxConcurrentRequests { get; init; } = 32;

    /// <summary>Requests of one connection that may wait.</summary>
    public int MaxQueuedRequests { get; init; } = GatewayLimits.MaxQueuedRequests;

    /// <summary>How long a client that lost its connection can come back for what it missed.</summary>
    public TimeSpan ResumeWindow { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Clients that may be awaited like that; past it, the one that is gone longest is given up.</summary>
    public int MaxDetachedConnections { get; init; } = 256;

    /// <summary>The latest events of one connection that can be sent again.</summary>
    public int MaxResumeEvents { get; init; } = 1_024;

    /// <summary>Events kept for all of them together.</summary>
    public int MaxJournalEvents { get; init; } = 4_096;

    /// <summary>What those may take.</summary>
    public int MaxJournalBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>How long a stop waits for work under way.</summary>
    public TimeSpan ShutdownGracePeriod { get; init; } = TimeSpan.FromSeconds(30);

    public static GatewayOptions From(OpenClawConfig config) => new()
    {
        HandshakeTimeout = config.Gateway.WebSocket.HandshakeTimeout,
        PingInterval = config.Gateway.WebSocket.PingInterval,
        PongTimeout = config.Gateway.WebSocket.PingTimeout,
        ShutdownGracePeriod = config.Gateway.ShutdownGracePeriod,
        MaxConnections = config.Gateway.Limits.MaxConnections,
        MaxUnauthenticated = config.Gateway.Limits.MaxUnauthenticated,
        MaxUnauthenticatedPerAddress = config.Gateway.Limits.MaxUnauthenticatedPerAddress,
        MaxHandshakeFrameBytes = config.Gateway.Limits.MaxHandshakeFrameBytes,
        MaxUnreadBytes = config.Gateway.Limits.MaxUnreadBytes,
        MaxConcurrentRequests = config.Gateway.Limits.MaxConcurrentRequests,
        MaxQueuedRequests = config.Gateway.Limits.MaxQueuedRequests,
        MaxWrites = config.Gateway.Limits.MaxWrites,
        WriteWindow = config.Gateway.Limits.WriteWindow,
        ResumeWindow = config.Gateway.Limits.ResumeWindow,
        MaxDetachedConnections = config.Gateway.Limits.MaxDetachedConnections,
        MaxResumeEvents = config.Gateway.Limits.MaxResumeEvents,
        MaxJournalEvents = config.Gateway.Limits.MaxJournalEvents,
        MaxJournalBytes = config.Gateway.Limits.MaxJournalBytes,
    };
}
