namespace OpenClaw.Protocol.Events;

/// <summary>Everything that was missed has been sent; what follows is new.</summary>
public sealed record ResumeDoneEvent
{
    /// <summary>How many events were sent again.</summary>
    public required int Replayed { get; init; }
}
