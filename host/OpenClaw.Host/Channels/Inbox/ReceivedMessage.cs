using System.Text.Json;
using OpenClaw.Channels;

namespace OpenClaw.Host.Channels.Inbox;

/// <summary>A received message as it lies on disk. Stored as JSON: members may be added, never renamed.</summary>
internal sealed record ReceivedMessage
{
    /// <summary>The platform's id of the message, where what it is known by in the inbox is another.</summary>
    public string? MessageId { get; init; }

    public required string ChatId { get; init; }

    public ChatKind ChatKind { get; init; }

    public string? ThreadId { get; init; }

    public string? ChatTitle { get; init; }

    public required string SenderId { get; init; }

    public string? SenderName { get; init; }

    public string? SenderUserName { get; init; }

    public bool SenderIsBot { get; init; }

    public long SentAt { get; init; }

    public string Text { get; init; } = "";

    public IReadOnlyList<StoredMedia> Media { get; init; } = [];

    public string? ReplyToId { get; init; }

    public string? ReplyToText { get; init; }

    public string? ReplyToSender { get; init; }

    public bool Mentioned { get; init; }

    /// <summary>Why the message cannot be answered as it is.</summary>
    public string? Problem { get; init; }

    /// <summary>A reaction, and no message.</summary>
    public InboundReaction? Reaction { get; init; }

    /// <summary>Further facts of the platform.</summary>
    public JsonElement? Facts { get; init; }

    /// <summary>What may be shown of the sender.</summary>
    public string SenderLabel => SenderName is { Length: > 0 } name ? name : SenderUserName is { Length: > 0 } user ? user : SenderId;

    /// <summary>Messages with the same conversation are handled in order.</summary>
    public string Conversation => ThreadId is null ? ChatId : $"{ChatId}\n{ThreadId}";

    public ChatAddress Chat => new(ChatId, ChatKind, ThreadId, ChatTitle);
}
