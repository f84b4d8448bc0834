namespace OpenClaw.Channels.Telegram.Wire;

/// <summary>The part of a message that a reply quotes.</summary>
internal sealed record TextQuote
{
    public string? Text { get; init; }
}
