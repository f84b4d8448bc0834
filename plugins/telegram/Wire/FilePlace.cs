namespace OpenClaw.Channels.Telegram.Wire;

/// <summary>Where a file can be fetched, for an hour.</summary>
internal sealed record FilePlace
{
    public string? FilePath { get; init; }

    public long? FileSize { get; init; }
}
