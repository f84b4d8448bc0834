namespace OpenClaw.Host.Channels.Outbox;

/// <summary>A message to put into the outbox.</summary>
internal sealed record OutboxEntry
{
    /// <summary>Unique: a second entry of the same key is the first one.</summary>
    public required string Key { get; init; }

    /// <summary>One of <see cref="OutboxKinds"/>.</summary>
    public required string Kind { get; init; }

    public required string Channel { get; init; }

    public required string AccountId { get; init; }

    public required OutboundContent Content { get; init; }

    /// <summary>How long it may wait; the configured time without it.</summary>
    public TimeSpan? Lifetime { get; init; }

    public string? RunId { get; init; }

    public string? SessionKey { get; init; }
}
