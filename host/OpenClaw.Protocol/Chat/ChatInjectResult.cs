namespace OpenClaw.Protocol.Chat;

/// <summary>Answer to <c>chat.inject</c>.</summary>
public sealed record ChatInjectResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>The entry.</summary>
    public required string MessageId { get; init; }
}
