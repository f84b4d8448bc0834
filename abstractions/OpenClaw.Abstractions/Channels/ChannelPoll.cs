namespace OpenClaw.Channels;

/// <summary>A question with answers to choose from.</summary>
public sealed record ChannelPoll
{
    /// <summary>Names this poll. The same key again means the same poll again; pass it on where the platform can use it.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>The question; plain text.</summary>
    public required string Question { get; init; }

    /// <summary>The answers, 2 to 12; plain text.</summary>
    public required IReadOnlyList<string> Options { get; init; }

    /// <summary>How many of them one person may choose, from 1.</summary>
    public int MaxSelections { get; init; } = 1;

    /// <summary>How long it stays open; the platform's own time without it.</summary>
    public TimeSpan? OpenFor { get; init; }

    /// <summary>Whether nobody sees who chose what; the platform's own way without it.</summary>
    public bool? IsAnonymous { get; init; }

    /// <summary>Whether to put it up without a sound.</summary>
    public bool Silent { get; init; }
}
