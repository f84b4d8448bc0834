using OpenClaw.Protocol.Chat;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Answer to <c>sessions.get</c>.</summary>
public sealed record SessionsGetResult
{
    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<TranscriptMessage> Messages { get; init; }
}
