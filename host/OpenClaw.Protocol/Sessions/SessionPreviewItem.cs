namespace OpenClaw.Protocol.Sessions;

/// <summary>A message in a preview.</summary>
public sealed record SessionPreviewItem
{
    /// <summary>user, assistant, …</summary>
    public required string Role { get; init; }

    /// <summary>The beginning of its text.</summary>
    public required string Text { get; init; }
}
