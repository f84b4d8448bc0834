namespace OpenClaw.Protocol.Sessions;

/// <summary>The newest messages of one session.</summary>
public sealed record SessionPreview
{
    /// <summary>The key as it was asked for.</summary>
    public required string Key { get; init; }

    /// <summary>ok, empty, missing, cold or error.</summary>
    public required string Status { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<SessionPreviewItem> Items { get; init; }
}
