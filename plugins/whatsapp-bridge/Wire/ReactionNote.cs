namespace OpenClaw.Channels.WhatsApp.Wire;

/// <summary>A reaction that somebody set or took away.</summary>
internal sealed record ReactionNote
{
    public string? Spool { get; init; }

    /// <summary>The message that it is about.</summary>
    public MessageKey? Target { get; init; }

    /// <summary>The message that brought it.</summary>
    public MessageKey? Key { get; init; }

    public SenderNote? Sender { get; init; }

    public long Timestamp { get; init; }

    /// <summary>Nothing where it was taken away.</summary>
    public string? Emoji { get; init; }

    public GroupNote? Group { get; init; }
}
