namespace OpenClaw.Channels.Discord.Wire;

/// <summary>A reaction that was set or taken back.</summary>
internal sealed record ReactionEvent
{
    public required string UserId { get; init; }

    public required string ChannelId { get; init; }

    public required string MessageId { get; init; }

    public string? GuildId { get; init; }

    public Member? Member { get; init; }

    public Emoji? Emoji { get; init; }

    /// <summary>Who wrote the message; not said everywhere.</summary>
    public string? MessageAuthorId { get; init; }
}
