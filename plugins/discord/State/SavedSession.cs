namespace OpenClaw.Channels.Discord.State;

/// <summary>A session of one connection, as it goes on after the gateway was away.</summary>
internal sealed record SavedSession
{
    public required string Id { get; init; }

    public string? Url { get; init; }

    public int Shard { get; init; }

    public int Shards { get; init; } = 1;

    /// <summary>The number up to which its events are on disk.</summary>
    public long Sequence { get; init; }
}
