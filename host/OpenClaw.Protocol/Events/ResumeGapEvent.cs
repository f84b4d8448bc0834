namespace OpenClaw.Protocol.Events;

/// <summary>What was missed cannot be sent again: the client has to read the state anew and to subscribe again.</summary>
public sealed record ResumeGapEvent
{
    /// <summary>One of <see cref="ResumeGapReasons"/>.</summary>
    public required string Reason { get; init; }
}
