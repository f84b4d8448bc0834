namespace OpenClaw.Channels.Discord.Wire;

/// <summary>A sticker on a message.</summary>
internal sealed record Sticker
{
    public string? Name { get; init; }
}
