namespace OpenClaw.Channels.Discord.Wire;

/// <summary>The application that a bot belongs to.</summary>
internal sealed record Application
{
    public required string Id { get; init; }

    public long Flags { get; init; }
}
