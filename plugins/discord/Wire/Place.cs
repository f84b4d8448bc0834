namespace OpenClaw.Channels.Discord.Wire;

/// <summary>A channel, a thread or a direct chat.</summary>
internal sealed record Place
{
    public const int Direct = 1;
    public const int GroupChat = 3;

    public required string Id { get; init; }

    public int Type { get; init; }

    public string? GuildId { get; init; }

    public string? Name { get; init; }

    public string? ParentId { get; init; }

    public string? LastMessageId { get; init; }

    public IReadOnlyList<User>? Recipients { get; init; }

    public bool IsThread => Type is 10 or 11 or 12;

    /// <summary>Whether people write messages in it: no category, directory or forum itself.</summary>
    public bool IsWritable => Type is 0 or 2 or 5 or 13 || IsThread;
}
