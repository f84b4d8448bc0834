namespace OpenClaw.Channels.Telegram.Wire;

/// <summary>One event. Exactly one of the contents is there.</summary>
internal sealed record Update
{
    public long UpdateId { get; init; }

    public Message? Message { get; init; }

    public Message? ChannelPost { get; init; }

    public Message? EditedMessage { get; init; }

    public Message? EditedChannelPost { get; init; }

    public ReactionUpdate? MessageReaction { get; init; }

    public CallbackQuery? CallbackQuery { get; init; }
}
