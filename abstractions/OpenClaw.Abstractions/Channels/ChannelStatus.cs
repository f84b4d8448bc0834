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
}
