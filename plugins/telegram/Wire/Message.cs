using System.Text.Json;

namespace OpenClaw.Channels.Telegram.Wire;

/// <summary>A message as Telegram describes it.</summary>
internal sealed record Message
{
    public required long MessageId { get; init; }

    /// <summary>Seconds since 1970; 0 where the message can no longer be seen.</summary>
    public long Date { get; init; }

    public required Chat Chat { get; init; }

    public User? From { get; init; }

    /// <summary>The chat in whose name it was written: a channel, or a group whose administrators stay anonymous.</summary>
    public Chat? SenderChat { get; init; }

    public long? MessageThreadId { get; init; }

    public bool IsTopicMessage { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<MessageEntity>? Entities { get; init; }

    public string? Caption { get; init; }

    public IReadOnlyList<MessageEntity>? CaptionEntities { get; init; }

    public Message? ReplyToMessage { get; init; }

    public TextQuote? Quote { get; init; }

    public string? MediaGroupId { get; init; }

    /// <summary>The same picture in several sizes, the largest last.</summary>
    public IReadOnlyList<FileNote>? Photo { get; init; }

    public FileNote? Document { get; init; }

    public FileNote? Audio { get; init; }

    public FileNote? Voice { get; init; }

    public FileNote? Video { get; init; }

    public FileNote? VideoNote { get; init; }

    public FileNote? Animation { get; init; }

    public FileNote? Sticker { get; init; }

    public Location? Location { get; init; }

    public Venue? Venue { get; init; }

    public Contact? Contact { get; init; }

    public PollNote? Poll { get; init; }

    /// <summary>Where it was written first; there only on messages that were passed on.</summary>
    public JsonElement? ForwardOrigin { get; init; }

    /// <summary>The group goes on as a supergroup under this id.</summary>
    public long? MigrateToChatId { get; init; }

    /// <summary>The supergroup was a group under this id.</summary>
    public long? MigrateFromChatId { get; init; }
}
