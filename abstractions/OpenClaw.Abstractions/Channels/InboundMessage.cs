using System.Text.Json;
using OpenClaw.Content;

namespace OpenClaw.Channels;

/// <summary>A message received from a platform.</summary>
public sealed record InboundMessage
{
    /// <summary>The platform's own id of the message, for replies; the key for de-duplication where <see cref="EventId"/> is not set.</summary>
    public required string MessageId { get; init; }

    /// <summary>
    /// What tells this from everything else the account brings, where <see cref="MessageId"/> alone does not: platforms that count
    /// messages per chat, or a button that is pressed twice. With channel and account the key for de-duplication; the message's id without it.
    /// </summary>
    public string? EventId { get; init; }

    /// <summary>Where it was written.</summary>
    public required ChatAddress Chat { get; init; }

    /// <summary>Who wrote it.</summary>
    public required ChatUser Sender { get; init; }

    /// <summary>When, by the platform's clock.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The content, in order; texts and media.</summary>
    public required IReadOnlyList<MessagePart> Parts { get; init; }

    /// <summary>The message this one answers, where the platform says so.</summary>
    public QuotedMessage? ReplyTo { get; init; }

    /// <summary>Whether the account itself is addressed: a direct chat, a mention, or a reply to it.</summary>
    public bool MentionsAccount { get; init; }

    /// <summary>Whether this replaces the content of an earlier message with the same id.</summary>
    public bool IsEdit { get; init; }

    /// <summary>
    /// A reaction to another message, and no message of its own: <see cref="Parts"/> are empty then, and <see cref="EventId"/> tells it from others.
    /// </summary>
    public InboundReaction? Reaction { get; init; }

    /// <summary>Further facts of the platform, for the agent's context. An object, or undefined.</summary>
    public JsonElement PlatformData { get; init; }
}
