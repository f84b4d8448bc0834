namespace OpenClaw.Host.Sessions.Transcript;

/// <summary>A summary that stands for the older part of a transcript. The messages themselves stay.</summary>
internal sealed record Compaction
{
    public required string SessionId { get; init; }

    /// <summary>The first message that a model still sees as it is.</summary>
    public required long FirstKeptSeq { get; init; }

    public required string Summary { get; init; }

    /// <summary><c>threshold</c>, <c>overflow</c> or <c>manual</c>.</summary>
    public required string Cause { get; init; }

    /// <summary>The guessed size of what models saw before.</summary>
    public required long TokensBefore { get; init; }

    public required long TokensAfter { get; init; }

    /// <summary>When it was stored.</summary>
    public long CreatedAt { get; init; }
}
