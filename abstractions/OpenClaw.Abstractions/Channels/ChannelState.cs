namespace OpenClaw.Channels;

/// <summary>States of an account.</summary>
public enum ChannelState
{
    /// <summary>Not running.</summary>
    Stopped = 0,

    /// <summary>Connecting, for the first time or again.</summary>
    Connecting = 1,

    /// <summary>Receiving.</summary>
    Running = 2,

    /// <summary>Waiting for a login.</summary>
    NeedsLogin = 3,

    /// <summary>Failed; <see cref="ChannelStatus.LastError"/> says why.</summary>
    Failed = 4,
}
