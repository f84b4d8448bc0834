namespace OpenClaw.Channels.Telegram.Wire;

/// <summary>A place with a name.</summary>
internal sealed record Venue
{
    public string? Title { get; init; }

    public string? Address { get; init; }
}
