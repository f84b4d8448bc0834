namespace OpenClaw.Channels.Telegram.Wire;

/// <summary>Somebody changed what they have put below a message.</summary>
internal sealed record ReactionUpdate
{
    public required Chat Chat { get; init; }

    public required long MessageId { get; init; }

    public User? User { get; init; }

    /// <summary>The chat in whose name it was done.</summary>
    public Chat? ActorChat { get; init; }

    public long Date { get; init; }

    public IReadOnlyList<ReactionMark>? OldReaction { get; init; }

    public IReadOnlyList<ReactionMark>? NewReaction { get; init; }
}
