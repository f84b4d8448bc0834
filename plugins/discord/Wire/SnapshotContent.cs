namespace OpenClaw.Channels.Discord.Wire;

/// <summary>What a message held that was passed on. Nobody says who wrote it.</summary>
internal sealed record SnapshotContent
{
    public string? Content { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }
}
