namespace OpenClaw.Protocol.Chat;

/// <summary>Answer to <c>chat.message.get</c>.</summary>
public sealed record ChatMessageGetResult
{
    /// <summary>False when it cannot be had.</summary>
    public required bool Ok { get; init; }

    /// <summary>The message.</summary>
    public TranscriptMessage? Message { get; init; }

    /// <summary>not_found, oversized or not_visible.</summary>
    public string? UnavailableReason { get; init; }
}
