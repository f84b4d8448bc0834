using OpenClaw.Content;

namespace OpenClaw.Channels;

/// <summary>A message to send.</summary>
public sealed record OutboundMessage
{
    /// <summary>Names this send. The same key again means the same message again; pass it on where the platform can use it.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>Where to.</summary>
    public required ChatAddress Chat { get; init; }

    /// <summary>The content, in order; texts are Markdown (CommonMark), media follow their own limits.</summary>
    public required IReadOnlyList<MessagePart> Parts { get; init; }

    /// <summary>The message to answer, where the platform can.</summary>
    public string? ReplyToMessageId { get; init; }

    /// <summary>
    /// The received message that made the host write this, as it was handed over, also where the answer does not show it. For platforms
    /// that await an answer to an event, as they do to a slash command.
    /// </summary>
    public string? AnswersMessageId { get; init; }

    /// <summary>
    /// Whether it shows an answer that is not there yet: it will be changed, or taken away. A channel refuses it where it can do neither, and the
    /// answer comes whole.
    /// </summary>
    public bool IsDraft { get; init; }

    /// <summary>Whether to send without a sound.</summary>
    public bool Silent { get; init; }

    /// <summary>Buttons below the message, row by row. Platforms without buttons list them as text.</summary>
    public IReadOnlyList<IReadOnlyList<MessageButton>> Buttons { get; init; } = [];
}
