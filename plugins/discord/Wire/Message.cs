namespace OpenClaw.Channels.Discord.Wire;

/// <summary>A message as Discord describes it. Parts of it are missing in changes.</summary>
internal sealed record Message
{
    public const int Plain = 0;
    public const int Reply = 19;

    public required string Id { get; init; }

    public required string ChannelId { get; init; }

    public int? ChannelType { get; init; }

    public string? GuildId { get; init; }

    public User? Author { get; init; }

    public Member? Member { get; init; }

    public string? Content { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public DateTimeOffset? EditedTimestamp { get; init; }

    public int Type { get; init; }

    public IReadOnlyList<User>? Mentions { get; init; }

    public IReadOnlyList<string>? MentionRoles { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public IReadOnlyList<Sticker>? StickerItems { get; init; }

    public MessageReference? MessageReference { get; init; }

    /// <summary>The message that is answered; nothing where it is gone.</summary>
    public Message? ReferencedMessage { get; init; }

    public IReadOnlyList<Snapshot>? MessageSnapshots { get; init; }

    public string? WebhookId { get; init; }

    public PollNote? Poll { get; init; }
}
