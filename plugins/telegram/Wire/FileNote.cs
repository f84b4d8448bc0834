namespace OpenClaw.Channels.Telegram.Wire;

/// <summary>A file that can be fetched, whatever its kind; members that a kind has not are empty.</summary>
internal sealed record FileNote
{
    public required string FileId { get; init; }

    public long? FileSize { get; init; }

    public string? FileName { get; init; }

    public string? MimeType { get; init; }

    public string? Emoji { get; init; }

    public bool IsAnimated { get; init; }

    public bool IsVideo { get; init; }
}
