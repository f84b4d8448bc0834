namespace OpenClaw.Channels.Discord.Wire;

/// <summary>A person or a bot.</summary>
internal sealed record User
{
    public required string Id { get; init; }

    public string? Username { get; init; }

    /// <summary>The name they go by everywhere.</summary>
    public string? GlobalName { get; init; }

    public bool Bot { get; init; }
}
