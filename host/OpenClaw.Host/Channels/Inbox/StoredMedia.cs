namespace OpenClaw.Host.Channels.Inbox;

/// <summary>A file that came with a message. Stored as JSON: members may be added, never renamed.</summary>
internal sealed record StoredMedia
{
    public required string MediaType { get; init; }

    public string? FileName { get; init; }

    /// <summary>Where it lies; nothing when it could not be had.</summary>
    public string? Path { get; init; }

    public long Length { get; init; }

    /// <summary>Why it could not be had.</summary>
    public string? Problem { get; init; }
}
