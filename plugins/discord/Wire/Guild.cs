namespace OpenClaw.Channels.Discord.Wire;

/// <summary>A server.</summary>
internal sealed record Guild
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    /// <summary>Out of reach for a while; nothing is known of it but its id.</summary>
    public bool Unavailable { get; init; }

    public IReadOnlyList<Place>? Channels { get; init; }

    public IReadOnlyList<Place>? Threads { get; init; }
}
