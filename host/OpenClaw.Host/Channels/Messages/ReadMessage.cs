using OpenClaw.Channels;

namespace OpenClaw.Host.Channels.Messages;

/// <summary>A message that was read from the platform.</summary>
internal sealed record ReadMessage
{
    public required string Id { get; init; }

    public required FoundUser Sender { get; init; }

    public long Timestamp { get; init; }

    public required string Text { get; init; }

    public string? ReplyToId { get; init; }

    public bool? HasMedia { get; init; }

    public static ReadMessage Of(ChannelPost post) => new()
    {
        Id = post.MessageId,
        Sender = FoundUser.Of(post.Sender),
        Timestamp = post.SentAt.ToUnixTimeMilliseconds(),
        Text = post.Text,
        ReplyToId = post.ReplyToMessageId,
        HasMedia = post.HasMedia ? true : null,
    };
}
