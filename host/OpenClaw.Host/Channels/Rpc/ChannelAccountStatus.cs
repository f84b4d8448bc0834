namespace OpenClaw.Host.Channels.Rpc;

/// <summary>How an account is doing. Times are milliseconds since 1970.</summary>
internal sealed record ChannelAccountStatus
{
    public required string AccountId { get; init; }

    public string? Name { get; init; }

    public required bool Enabled { get; init; }

    public required bool Configured { get; init; }

    public required bool Running { get; init; }

    public required bool Connected { get; init; }

    public bool? Linked { get; init; }

    /// <summary><c>linked</c>, <c>not-linked</c> or <c>unstable</c>, where the platform has a login.</summary>
    public string? StatusState { get; init; }

    /// <summary>What is the matter, in the channel's own word.</summary>
    public string? HealthState { get; init; }

    /// <summary>Whether the connection ended in a way that only a person can mend.</summary>
    public bool? TerminalDisconnect { get; init; }

    public ChannelDisconnectReport? LastDisconnect { get; init; }

    /// <summary><c>stopped</c>, <c>starting</c>, <c>ready</c>, <c>reconnecting</c> or <c>blocked</c>.</summary>
    public required string Lifecycle { get; init; }

    public bool RestartPending { get; init; }

    public int ReconnectAttempts { get; init; }

    public long? LastStartAt { get; init; }

    public long? LastStopAt { get; init; }

    public long? LastConnectedAt { get; init; }

    public long? LastEventAt { get; init; }

    public long? LastTransportActivityAt { get; init; }

    public long? LastInboundAt { get; init; }

    public string? LastError { get; init; }

    /// <summary>How messages reach it, where there are several ways.</summary>
    public string? Mode { get; init; }

    public long? LastProbeAt { get; init; }

    public ChannelProbeReport? Probe { get; init; }
}
