using OpenClaw.Channels;

namespace OpenClaw.Host.Channels.Outbox;

/// <summary>What a row sends and where to, as stored.</summary>
internal sealed record OutboundContent
{
    public required string ChatId { get; init; }

    public ChatKind ChatKind { get; init; }

    public string? ThreadId { get; init; }

    /// <summary>Markdown, not cut yet.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<OutboundFile> Files { get; init; } = [];

    public string? ReplyToMessageId { get; init; }

    /// <summary>The received message that made the host write this, also where nothing shows it.</summary>
    public string? AnswersMessageId { get; init; }

    /// <summary>Whether each part answers that message, or the first alone.</summary>
    public bool EveryPartReplies { get; init; }

    /// <summary>Messages that show the beginning already, in order; the texts take their places.</summary>
    public IReadOnlyList<string> DraftIds { get; init; } = [];

    /// <summary>The longest message, where it is less than the channel's.</summary>
    public int? PartLimit { get; init; }

    /// <summary>What can be chosen, where this is a poll; <see cref="Text"/> is its question.</summary>
    public OutboundPoll? Poll { get; init; }

    public bool Silent { get; init; }

    /// <summary>What is sent in order within: one chat, or one thread of it.</summary>
    public string Destination => ThreadId is null ? ChatId : $"{ChatId}\n{ThreadId}";
}
