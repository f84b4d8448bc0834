namespace OpenClaw.Channels.Discord.Wire;

/// <summary>A command that was given, or a button that was pressed.</summary>
internal sealed record Interaction
{
    public const int Command = 2;
    public const int Component = 3;

    public required string Id { get; init; }

    public required string ApplicationId { get; init; }

    public int Type { get; init; }

    public required string Token { get; init; }

    public InteractionData? Data { get; init; }

    public string? GuildId { get; init; }

    public string? ChannelId { get; init; }

    public Place? Channel { get; init; }

    public Member? Member { get; init; }

    public User? User { get; init; }

    /// <summary>The message whose button was pressed.</summary>
    public SentMessage? Message { get; init; }
}
