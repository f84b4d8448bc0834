using System.Text.Json;
using OpenClaw.Content;

namespace OpenClaw.Channels;

/// <summary>A message received from a platform.</summary>
public sealed record InboundMessage
{
    /// <summary>The platform's own id of the message; with channel and account the key for de-duplication.</summary>
    public required string MessageId { get; init; }

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

    /// <summary>Further facts of the platform, for the agent's context. An object, or undefined.</summary>
    public JsonElement PlatformData { get; init; }
}
