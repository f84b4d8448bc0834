namespace OpenClaw.Protocol.Events;

/// <summary>The first frame on every socket.</summary>
public sealed record ConnectChallengeEvent
{
    /// <summary>Unique to the socket; part of device signatures.</summary>
    public required string Nonce { get; init; }

    /// <summary>The gateway's time in milliseconds.</summary>
    public required long Ts { get; init; }

    /// <summary>Behaviours a client may ask for in its connect request.</summary>
    public IReadOnlyList<string>? Capabilities { get; init; }
}
