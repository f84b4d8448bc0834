namespace OpenClaw.Protocol.Sessions;

/// <summary>Answer to <c>sessions.preview</c>.</summary>
public sealed record SessionsPreviewResult
{
    /// <summary>When it was made.</summary>
    public required long Ts { get; init; }

    /// <summary>In the order asked for.</summary>
    public required IReadOnlyList<SessionPreview> Previews { get; init; }
}
