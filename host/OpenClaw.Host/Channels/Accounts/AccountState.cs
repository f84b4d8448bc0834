using OpenClaw.Channels;

namespace OpenClaw.Host.Channels.Accounts;

/// <summary>How an account is doing: what the host saw, and what the channel last said of itself.</summary>
internal sealed record AccountState
{
    public static AccountState Initial { get; } = new();

    public AccountPhase Phase { get; init; }

    /// <summary>The channel's own evidence, while it runs.</summary>
    public ChannelStatus? Seen { get; init; }

    public string? LastError { get; init; }

    /// <summary>Starts in a row that ended in a failure.</summary>
    public int Attempts { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? StoppedAt { get; init; }

    public DateTimeOffset? ConnectedAt { get; init; }

    /// <summary>Since when it has been looking for its platform, over all its starts; nothing while it is connected or waits for a person.</summary>
    public DateTimeOffset? SearchingSince { get; init; }

    public bool IsSearching => Phase switch
    {
        AccountPhase.Starting or AccountPhase.Waiting => true,
        AccountPhase.Running => !IsConnected && Seen is not ({ IsTerminal: true } or { State: ChannelState.NeedsLogin }),
        _ => false,
    };

    public bool IsConnected => Phase == AccountPhase.Running && Seen is { State: ChannelState.Running };

    /// <summary>Whether its channel can be asked for something; one that waits for a login answers that it does.</summary>
    public bool CanBeAsked => IsConnected || (Phase == AccountPhase.Running && NeedsLogin);

    /// <summary>Whether it waits for a person, in a way that starting it again may mend.</summary>
    public bool IsLeft => Phase == AccountPhase.Failed || Seen is { State: ChannelState.Failed, IsTerminal: true };

    public bool NeedsLogin => Phase is AccountPhase.Running or AccountPhase.Failed && Seen is { State: ChannelState.NeedsLogin };
}
