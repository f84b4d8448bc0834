namespace OpenClaw.Protocol.Agents;

/// <summary>The reply that ended a run.</summary>
public sealed record TerminalReply
{
    /// <summary>visible, silent, …</summary>
    public required string Disposition { get; init; }

    /// <summary>Its text.</summary>
    public string? Text { get; init; }
}
