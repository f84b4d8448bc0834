namespace OpenClaw.Channels.Discord.Wire;

/// <summary>A sign: a character, or a picture of a server with an id.</summary>
internal sealed record Emoji
{
    public string? Id { get; init; }

    public string? Name { get; init; }
}
