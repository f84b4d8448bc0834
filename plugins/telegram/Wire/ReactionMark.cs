namespace OpenClaw.Channels.Telegram.Wire;

/// <summary>One reaction.</summary>
internal sealed record ReactionMark
{
    /// <summary><c>emoji</c>, or a kind that has no sign of its own.</summary>
    public string? Type { get; init; }

    public string? Emoji { get; init; }
}
