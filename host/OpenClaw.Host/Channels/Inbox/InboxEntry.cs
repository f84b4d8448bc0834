namespace OpenClaw.Host.Channels.Inbox;

/// <summary>A message of the inbox as people look at it, also after it was settled.</summary>
internal sealed record InboxEntry
{
    public required long Id { get; init; }

    public required InboxState State { get; init; }

    public required string Channel { get; init; }

    public required string AccountId { get; init; }

    public required string MessageId { get; init; }

    /// <summary>The chat, and behind a line break its thread.</summary>
    public required string Conversation { get; init; }

    public required long ReceivedAt { get; init; }

    public long? SettledAt { get; init; }

    public string? Reason { get; init; }

    public string? RunId { get; init; }

    /// <summary>The content, where it is kept.</summary>
    public ReceivedMessage? Message { get; init; }
}
