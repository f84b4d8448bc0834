namespace OpenClaw.Protocol;

/// <summary>WebSocket close codes and the reason texts that peers read.</summary>
public static class CloseCodes
{
    /// <summary>Normal end, handshake timeout, or a first frame that is not JSON.</summary>
    public const int Normal = 1000;

    /// <summary>No common protocol version.</summary>
    public const int ProtocolError = 1002;

    /// <summary>Refused handshake, slow consumer, repeated unauthorised calls.</summary>
    public const int PolicyViolation = 1008;

    /// <summary>Frame larger than the limit.</summary>
    public const int MessageTooBig = 1009;

    /// <summary>Failure inside the gateway.</summary>
    public const int InternalError = 1011;

    /// <summary>The gateway stops or restarts.</summary>
    public const int ServiceRestart = 1012;

    /// <summary>The gateway does not take work yet or any more.</summary>
    public const int TryAgainLater = 1013;

    /// <summary>Used by clients that missed two ticks.</summary>
    public const int TickTimeout = 4000;

    /// <summary>The credentials of a live socket stopped being valid.</summary>
    public const int Invalidated = 4001;

    /// <summary>Reason with <see cref="ProtocolError"/>.</summary>
    public const string ProtocolMismatchReason = "protocol mismatch";

    /// <summary>Reason with <see cref="ServiceRestart"/>.</summary>
    public const string ServiceRestartReason = "service restart";

    /// <summary>Reason with <see cref="PolicyViolation"/> for a peer that does not read.</summary>
    public const string SlowConsumerReason = "slow consumer";

    /// <summary>Reason with <see cref="PolicyViolation"/> for a peer that keeps calling outside its role.</summary>
    public const string RepeatedUnauthorizedReason = "repeated unauthorized calls";

    /// <summary>Reason with <see cref="PolicyViolation"/> for a first frame that is no request.</summary>
    public const string InvalidRequestFrameReason = "invalid request frame";

    /// <summary>Reason with <see cref="PolicyViolation"/> for frames sent while the handshake is undecided.</summary>
    public const string TooManyHandshakeFramesReason = "too many pending handshake frames";

    /// <summary>Reason with <see cref="TryAgainLater"/> during start-up.</summary>
    public const string GatewayStartingReason = "gateway starting";

    /// <summary>Reason with <see cref="Invalidated"/> when the shared secret or the rules by which a socket was let in have changed.</summary>
    public const string AuthChangedReason = "gateway auth changed";

    /// <summary>Reason with <see cref="Invalidated"/> when a device or its token went away.</summary>
    public const string DeviceRemovedReason = "device removed";

    /// <summary>Reason with <see cref="TickTimeout"/>.</summary>
    public const string TickTimeoutReason = "tick timeout";
}
