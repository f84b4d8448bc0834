namespace OpenClaw.Channels;

/// <summary>How an account is doing, from evidence.</summary>
public sealed record ChannelStatus
{
    /// <summary>The state.</summary>
    public required ChannelState State { get; init; }

    /// <summary>Whether the account is logged in, where the platform has a login.</summary>
    public bool? Linked { get; init; }

    /// <summary>When something last arrived from the platform: a message, an acknowledged heartbeat, an empty poll.</summary>
    public DateTimeOffset? LastContactAt { get; init; }

    /// <summary>The latest failure, for people; no secrets.</summary>
    public string? LastError { get; init; }

    /// <summary>The name the account has on the platform.</summary>
    public string? AccountName { get; init; }

    /// <summary>How messages reach the account, in a word such as <c>polling</c> or <c>webhook</c>, where there are several ways.</summary>
    public string? Mode { get; init; }

    /// <summary>What is the matter, in a word such as <c>healthy</c>, <c>reconnecting</c>, <c>conflict</c> or <c>logged-out</c>.</summary>
    public string? Health { get; init; }

    /// <summary>How the connection last ended.</summary>
    public ChannelDisconnect? LastDisconnect { get; init; }

    /// <summary>False where something on this machine is missing that the account needs; <see cref="LastError"/> says what to do.</summary>
    public bool? IsConfigured { get; init; }

    /// <summary>
    /// Whether only a person can help. The host leaves an account that says so as it is, instead of starting it again: it can still log in,
    /// and goes on by itself when what was missing is there.
    /// </summary>
    public bool IsTerminal { get; init; }
}
