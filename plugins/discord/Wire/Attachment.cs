namespace OpenClaw.Channels.Discord.Wire;

/// <summary>A file that came with a message.</summary>
internal sealed record Attachment
{
    public string? Filename { get; init; }

    public string? ContentType { get; init; }

    public long? Size { get; init; }

    public string? Url { get; init; }
}
