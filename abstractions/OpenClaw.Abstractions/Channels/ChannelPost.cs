namespace OpenClaw.Channels;

/// <summary>A message as the platform shows it in a chat.</summary>
public sealed record ChannelPost
{
    /// <summary>The platform's id of the message.</summary>
    public required string MessageId { get; init; }

    /// <summary>Who wrote it.</summary>
    public required ChatUser Sender { get; init; }

    /// <summary>When, by the platform's clock.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The text; empty where there is none.</summary>
    public required string Text { get; init; }

    /// <summary>The message it answers.</summary>
    public string? ReplyToMessageId { get; init; }

    /// <summary>Whether it has files.</summary>
    public bool HasMedia { get; init; }
}
