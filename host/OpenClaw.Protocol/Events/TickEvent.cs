namespace OpenClaw.Protocol.Events;

/// <summary>A sign of life.</summary>
public sealed record TickEvent
{
    /// <summary>The gateway's time in milliseconds.</summary>
    public required long Ts { get; init; }
}
