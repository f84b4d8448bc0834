namespace OpenClaw.Channels.WhatsApp.Wire;

/// <summary>A message that came.</summary>
internal sealed record MessageNote
{
    /// <summary>What the bridge keeps it under until it is told that it was taken.</summary>
    public string? Spool { get; init; }

    public MessageKey? Key { get; init; }

    public SenderNote? Sender { get; init; }

    /// <summary>Whether the chat is the one of the account with itself.</summary>
    public bool Self { get; init; }

    /// <summary>Whether it replaces an earlier message of the same id.</summary>
    public bool Edited { get; init; }

    public long Timestamp { get; init; }

    public string? Kind { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<string>? Mentions { get; init; }

    public QuotedNote? Quoted { get; init; }

    public MediaNote? Media { get; init; }

    public GroupNote? Group { get; init; }
}
