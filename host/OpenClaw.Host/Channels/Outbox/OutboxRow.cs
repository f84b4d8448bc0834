namespace OpenClaw.Host.Channels.Outbox;

/// <summary>A message of the outbox, without its content.</summary>
internal sealed record OutboxRow
{
    public required long Id { get; init; }

    public required string Key { get; init; }

    public required string Kind { get; init; }

    public required string Channel { get; init; }

    public required string AccountId { get; init; }

    public required string Destination { get; init; }

    /// <summary>Of the content as it came in; it outlives the content.</summary>
    public required string Fingerprint { get; init; }

    public required OutboxState State { get; init; }

    /// <summary>Parts the platform has. They are never sent again.</summary>
    public required int PartsSent { get; init; }

    /// <summary>How many parts there are; zero until the first attempt cuts them.</summary>
    public required int Parts { get; init; }

    /// <summary>The platform's ids of what was sent, in order.</summary>
    public required IReadOnlyList<string> MessageIds { get; init; }

    /// <summary>The chat it went to, where the platform named another.</summary>
    public string? ChatId { get; init; }

    /// <summary>Attempts for the part that is next.</summary>
    public required int Attempts { get; init; }

    public required long DueAt { get; init; }

    public required long CreatedAt { get; init; }

    public required long ExpiresAt { get; init; }

    public long? EndedAt { get; init; }

    /// <summary>One of <see cref="OutboxCodes"/>, or the channel's own.</summary>
    public string? Code { get; init; }

    public string? Reason { get; init; }

    public string? RunId { get; init; }

    public string? SessionKey { get; init; }

    public bool HasEnded => EndedAt is not null;
}
