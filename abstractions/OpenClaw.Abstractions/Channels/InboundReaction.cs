namespace OpenClaw.Channels;

/// <summary>What a person put below a message, or took away.</summary>
public sealed record InboundReaction
{
    /// <summary>The platform's id of the message that was reacted to.</summary>
    public required string MessageId { get; init; }

    /// <summary>The emoji that are new.</summary>
    public IReadOnlyList<string> Added { get; init; } = [];

    /// <summary>The emoji that are gone.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>Whether the message is the account's own, where the channel knows.</summary>
    public bool? ToAccount { get; init; }
}
