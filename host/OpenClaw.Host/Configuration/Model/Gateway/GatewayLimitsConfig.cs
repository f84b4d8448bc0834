namespace OpenClaw.Host.Configuration.Model.Gateway;

/// <summary><c>gateway.limits</c>: what strangers, clients and repeated calls may take up.</summary>
internal sealed record GatewayLimitsConfig
{
    /// <summary>Sockets in all.</summary>
    public int MaxConnections { get; init; } = 10_000;

    /// <summary>Sockets that have not said who they are.</summary>
    public int MaxUnauthenticated { get; init; } = 1_024;

    /// <summary>Those of one address among them.</summary>
    public int MaxUnauthenticatedPerAddress { get; init; } = 32;

    /// <summary>The longest message before hello.</summary>
    public int MaxHandshakeFrameBytes { get; init; } = 65_536;

    /// <summary>What one socket may have sent that is not read yet. The handshake reads one message: the rest waits here.</summary>
    public int MaxUnreadBytes { get; init; } = 1_048_576;

    /// <summary>Requests of one connection that run at the same time.</summary>
    public int MaxConcurrentRequests { get; init; } = 32;

    /// <summary>Requests of one connection that wait for that.</summary>
    public int MaxQueuedRequests { get; init; } = 256;

    /// <summary>Changes to the gateway itself, per method and caller, within <see cref="WriteWindow"/>.</summary>
    public int MaxWrites { get; init; } = 30;

    public TimeSpan WriteWindow { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Finished calls whose idempotency key is remembered; for tools and for nodes each.</summary>
    public int MaxIdempotencyKeys { get; init; } = 1_000;

    /// <summary>How long they are.</summary>
    public TimeSpan IdempotencyLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a client that lost its connection can come back for what it missed.</summary>
    public TimeSpan ResumeWindow { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Clients that are awaited like that.</summary>
    public int MaxDetachedConnections { get; init; } = 256;

    /// <summary>The latest events of one of them that can be sent again.</summary>
    public int MaxResumeEvents { get; init; } = 1_024;

    /// <summary>Events kept for all of them together.</summary>
    public int MaxJournalEvents { get; init; } = 4_096;

    /// <summary>What those may take.</summary>
    public int MaxJournalBytes { get; init; } = 8 * 1024 * 1024;
}
