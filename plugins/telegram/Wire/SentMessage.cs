namespace OpenClaw.Channels.Telegram.Wire;

/// <summary>What is kept of a message that was sent.</summary>
internal sealed record SentMessage
{
    public required long MessageId { get; init; }

    public SentChat? Chat { get; init; }
}
