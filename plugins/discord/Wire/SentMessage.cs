namespace OpenClaw.Channels.Discord.Wire;

/// <summary>A message that the bot made.</summary>
internal sealed record SentMessage
{
    public required string Id { get; init; }

    public string? ChannelId { get; init; }
}
