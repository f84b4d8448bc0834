namespace OpenClaw.Channels.Telegram.Wire;

/// <summary>The chat it went to.</summary>
internal sealed record SentChat
{
    public long Id { get; init; }
}
